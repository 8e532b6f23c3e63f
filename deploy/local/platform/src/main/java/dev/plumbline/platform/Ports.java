package dev.plumbline.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {
    /** Below what Linux (32768) and macOS (49152) give to connections, above what is well known. */
    private static final int FIRST = 12_000;

    private static final int OWN = 10;
    private static final int PROCESSES = 800;
    private static int next;

    private Ports() {}

    /**
     * The wanted port if it is free, any free one if 0 is wanted.
     *
     * <p>Not one that the system gives out by itself: until the server listens there, it would give it to any
     * connection that somebody opens meanwhile. Every process has ten of its own, taken in turns.
     */
    static synchronized int claim(String what, int wanted) {
        if (wanted != 0) {
            return bind(what, wanted);
        }
        int first = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * OWN;
        for (int tries = 1; ; tries++) {
            try {
                return bind(what, first + next++ % OWN);
            } catch (PlatformFailure e) {
                if (tries == OWN) {
                    throw e;
                }
            }
        }
    }

    private static int bind(String what, int wanted) {
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
