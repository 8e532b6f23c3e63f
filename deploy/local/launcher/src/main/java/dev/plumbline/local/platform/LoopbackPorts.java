package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;

/** Ports of this machine's loopback address. */
final class LoopbackPorts {
    private static final int CONNECT_MILLIS = 300;
    /** Below what Linux (32768) and macOS (49152) give to connections, above what is well known. */
    private static final int FIRST_PORT = 20_000;

    private static final int OWN_PORTS = 20;
    private static final int PROCESSES = 600;
    private static int taken;

    private LoopbackPorts() {}

    /**
     * Distinct ports that nobody listens on now, in a row.
     *
     * <p>Not the ones that the system gives out by itself: until the one for whom they are listens there, it would give
     * them to any connection that somebody opens meanwhile. Every process has twenty of its own, taken in turns.
     */
    static synchronized List<Integer> free(int count) {
        for (int tries = 0; tries < OWN_PORTS; tries++) {
            if (taken + count > OWN_PORTS) {
                taken = 0;
            }
            int first = FIRST_PORT + (int) (ProcessHandle.current().pid() % PROCESSES) * OWN_PORTS + taken;
            List<Integer> row = IntStream.range(first, first + count).boxed().toList();
            if (row.stream().allMatch(LoopbackPorts::isFree)) {
                taken += count;
                return row;
            }
            taken++;
        }
        throw new LocalFailure("There are no %d free ports in a row between %d and %d."
                .formatted(count, FIRST_PORT, FIRST_PORT + PROCESSES * OWN_PORTS - 1));
    }

    private static boolean isFree(int port) {
        try {
            close(bind(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws LocalFailure if somebody listens on it */
    static void requireFree(int port, String what) {
        try {
            close(bind(port));
            // Some systems let one listen beside a listener on all addresses, or on the other kind of loopback.
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                if (answers(address, port)) {
                    throw new BindException("Somebody answers at " + address);
                }
            }
        } catch (IOException e) {
            throw inUse(port, what, e);
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static LocalFailure inUse(int port, String what, IOException cause) {
        return new LocalFailure("Port %d for %s is in use: stop what listens there.".formatted(port, what), cause);
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        // As servers do: a port whose last connections are still closing counts as free.
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LocalFailure("A probe of port " + socket.getLocalPort() + " cannot be closed.", e);
        }
    }
}
