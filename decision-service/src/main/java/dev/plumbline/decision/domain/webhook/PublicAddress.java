package dev.plumbline.decision.domain.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses belong to the public internet: those that the IANA special-purpose registries (RFC 6890) do not keep
 * for something else. Of IPv6 only what is given out as global unicast, so what is given out for a new purpose later is
 * refused until it is known.
 */
public final class PublicAddress {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private static final List<AddressBlock> NOT_PUBLIC = blocks(
            "0.0.0.0/8", // this network, and unspecified
            "10.0.0.0/8", // private (RFC 1918)
            "100.64.0.0/10", // shared by carriers (RFC 6598); some clouds' metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // metadata of a cloud, on an address that looks public
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments, Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: an IPv4 address in disguise
            "3fff::/20"); // documentation
    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private PublicAddress() {}

    /** Whether this is an address of the public internet; one that holds an IPv4 address is judged by that. */
    public static boolean is(InetAddress address) {
        return is(address.getAddress());
    }

    /** As {@link #is(InetAddress)}, of 4 or 16 bytes in network order. */
    static boolean is(byte[] address) {
        if (address.length == IPV6_BYTES) {
            byte[] embedded = Arrays.copyOfRange(address, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES);
            if (NAT64.holds(address) || Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length)) {
                return is(embedded);
            }
            if (!GLOBAL_UNICAST.holds(address)) {
                return false;
            }
        }
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private static List<AddressBlock> blocks(String... cidrs) {
        return Stream.of(cidrs).map(AddressBlock::of).toList();
    }
}
