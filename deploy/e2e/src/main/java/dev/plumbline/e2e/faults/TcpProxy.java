package dev.plumbline.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a service and a server, and does what networks do. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listener;
    private final Passage passage = new Passage();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean refusing;

    private TcpProxy(ServerSocket listener) {
        this.listener = listener;
    }

    /** One that listens on a free port and leads nowhere yet. */
    public static TcpProxy listen() throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        TcpProxy proxy = new TcpProxy(listener);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on it leads to this port of this machine. */
    public void leadTo(int port) {
        target = port;
    }

    /** Resets every connection; new ones are taken as before. */
    public void cut() {
        links.forEach(Link::reset);
    }

    /** Resets every connection, and each new one at once, until it heals: as if nothing ran where it leads to. */
    public void refuse() {
        refusing = true;
        cut();
    }

    /** Takes everything and passes nothing on, until it heals: then all of it arrives. */
    public void blackHole() {
        passage.close();
    }

    /** Passes everything on that much later. */
    public void delay(Duration time) {
        passage.delay(time);
    }

    /**
     * Loses every connection there is without telling either side, as a firewall does that has been restarted; new ones
     * are taken as before. Both ends go on believing in theirs.
     */
    public void forget() {
        links.forEach(link -> link.forgotten = true);
    }

    /** How many connections there are that pass. */
    public long passing() {
        return links.stream().filter(link -> !link.forgotten).count();
    }

    /** Lets everything pass at once again; what was forgotten stays so. */
    public void heal() {
        refusing = false;
        passage.open();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException e) {
            // Closed.
            cut();
        }
    }

    private void connect(Socket client) {
        Link link = null;
        try {
            passage.await();
            requireTaking();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Link made = new Link(client, server);
            link = made;
            links.add(made);
            // Whoever came while the others were cut.
            requireTaking();
            Thread.ofVirtual().start(() -> pump(made, client, server));
            pump(made, server, client);
        } catch (IOException e) {
            // The server is down, and so is what leads to it.
            if (link == null) {
                new Link(client, client).reset();
            } else {
                link.reset();
            }
        } finally {
            if (link != null && !link.forgotten) {
                links.remove(link);
            }
        }
    }

    private void requireTaking() throws IOException {
        if (refusing) {
            throw new IOException("Nobody is let through");
        }
    }

    private void pump(Link link, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passage.await();
                if (link.forgotten) {
                    return;
                }
                out.write(buffer, 0, read);
            }
            passage.await();
            link.end();
        } catch (IOException e) {
            link.end();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        passage.open();
        cut();
    }

    /** One connection: two sockets. */
    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean forgotten;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Each side learns that the other has ended, unless the connection was lost before. */
        void end() {
            if (!forgotten) {
                close(client);
                close(server);
            }
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException e) {
                // It is closed already.
                forgotten = false;
            }
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException("A socket cannot be closed", e);
            }
        }
    }

    /** What all connections pass through. */
    private static final class Passage {
        private boolean closed;
        private Duration delay = Duration.ZERO;

        synchronized void close() {
            closed = true;
        }

        synchronized void open() {
            closed = false;
            delay = Duration.ZERO;
            notifyAll();
        }

        synchronized void delay(Duration time) {
            delay = time;
        }

        void await() throws IOException {
            try {
                Thread.sleep(untilOpen());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private synchronized Duration untilOpen() throws InterruptedException {
            while (closed) {
                wait();
            }
            return delay;
        }
    }
}
