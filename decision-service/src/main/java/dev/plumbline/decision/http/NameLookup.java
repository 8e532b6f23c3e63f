package dev.plumbline.decision.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface NameLookup {
    /** One or more, as the name service puts them. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
