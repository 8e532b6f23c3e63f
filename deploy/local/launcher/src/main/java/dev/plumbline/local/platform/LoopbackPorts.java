package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine's loopback address. */
final class LoopbackPorts {
    private static final int CONNECT_MILLIS = 300;

    private LoopbackPorts() {}

    /** Distinct ports that nobody listens on now. */
    static List<Integer> free(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(bind(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new LocalFailure("This machine gives out no free ports: " + e.getMessage(), e);
        } finally {
            sockets.forEach(LoopbackPorts::close);
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
