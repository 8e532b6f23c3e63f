package dev.plumbline.decision.rest.streaming;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The way to one client, for one thread. A write waits while the client is behind, so nothing piles up; a client that
 * does not take a portion in time is cut off, so nothing waits for ever.
 */
public final class ClientOutput {
    private final OutputStream out;
    private final HttpServerRequest request;
    private final Duration patience;
    private final ScheduledExecutorService clock;
    private volatile boolean cutOff;
    private boolean begun;

    ClientOutput(OutputStream out, HttpServerRequest request, Duration patience, ScheduledExecutorService clock) {
        this.out = out;
        this.request = request;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Hands the client a portion.
     *
     * @throws ClientGone where there is no client any more, or it did not make room in time
     */
    public void write(byte[] portion) throws ClientGone {
        requireClient();
        begun = true;
        ScheduledFuture<?> cut = clock.schedule(this::cutOff, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            out.write(portion);
            out.flush();
        } catch (IOException e) {
            throw gone();
        } finally {
            cut.cancel(false);
        }
        requireClient();
    }

    /** Whether the client is still there. */
    public boolean isOpen() {
        return !cutOff && !request.response().closed();
    }

    /** Whether anything was handed over. */
    public boolean isBegun() {
        return begun;
    }

    /** Whether it was cut off. */
    public boolean isCutOff() {
        return cutOff;
    }

    /**
     * Breaks the answer off, so that the client sees that it is not whole. The connection of HTTP/1.1 is closed without
     * ado: Vert.x would first write what is waiting, and the client may never take that.
     */
    public void cutOff() {
        cutOff = true;
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }

    private void requireClient() throws ClientGone {
        if (!isOpen()) {
            throw gone();
        }
    }

    private ClientGone gone() {
        return new ClientGone(cutOff ? "cut off: it does not read" : "gone");
    }
}
