package dev.plumbline.kit.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Whose calls are counted together. */
sealed interface Principal {
    /** The kinds of principals, as operators see them. */
    List<String> KINDS = List.of("subject", "secret", "address");

    /** One of {@link #KINDS}. */
    String kind();

    /**
     * A person or system with a token.
     *
     * @param subject the token's {@code sub}
     */
    record Subject(String subject) implements Principal {
        @Override
        public String kind() {
            return "subject";
        }
    }

    /**
     * Who has one of the service's own secrets.
     *
     * @param name what the secret belongs to
     */
    record Holder(String name) implements Principal {
        @Override
        public String kind() {
            return "secret";
        }
    }

    /**
     * Whoever calls from there with neither.
     *
     * @param network an IPv4 address, or the first 64 bits of an IPv6 address: those behind them are one machine's to
     *     choose (RFC 8981)
     */
    record Address(String network) implements Principal {
        private static final int NETWORK_BYTES = 8;

        /** The principal of a client's address, as text. */
        static Address of(String host) {
            return new Address(network(host));
        }

        @Override
        public String kind() {
            return "address";
        }

        private static String network(String host) {
            try {
                // Asks no name server.
                InetAddress address = InetAddress.ofLiteral(host);
                return address instanceof Inet6Address
                        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                        : address.getHostAddress();
            } catch (IllegalArgumentException e) {
                // What a proxy says of the client may be anything.
                return host;
            }
        }
    }
}
