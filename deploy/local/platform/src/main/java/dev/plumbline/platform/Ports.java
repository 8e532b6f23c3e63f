package dev.plumbline.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {
    private Ports() {}

    /** The wanted port if it is free, any free one if 0 is wanted. */
    static int claim(String what, int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: a port whose last connections are still closing counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PlatformFailure("Port " + wanted + " for " + what + " is in use: stop what listens there.", e);
        }
    }
}
