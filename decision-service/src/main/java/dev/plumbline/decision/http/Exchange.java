package dev.plumbline.decision.http;

import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.Outcome;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A post and the answer to it, of which nothing is kept but what it means. */
final class Exchange {
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    private final Instant begun;
    private final byte[] body;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private @Nullable HttpClientRequest request;
    private boolean abandoned;
    private int bytes;

    /** @param begun the time now */
    Exchange(Instant begun, byte[] body) {
        this.begun = begun;
        this.body = body;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** Sends the body on a connection that is there, unless nobody waits any more. */
    void send(HttpClientRequest connected) {
        synchronized (this) {
            request = connected;
            if (abandoned) {
                connected.reset();
                return;
            }
        }
        connected.response().onSuccess(this::read).onFailure(this::fail);
        connected.exceptionHandler(this::fail);
        connected.end(Buffer.buffer(body)).onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
        Outcome answered = new Outcome.Answered(
                response.statusCode(),
                RetryAfter.read(
                        response.getHeader(HttpHeaders.RETRY_AFTER), response.getHeader(HttpHeaders.DATE), begun));
        response.exceptionHandler(this::fail);
        response.handler(part -> {
            bytes += part.length();
            if (bytes > MOST_ANSWER_BYTES) {
                outcome.complete(new Outcome.Failed(Failure.ANSWER_TOO_LONG));
                abandon();
            }
        });
        response.endHandler(end -> outcome.complete(answered));
    }

    /** Notes why there is no answer. */
    void fail(Throwable failure) {
        outcome.complete(new Outcome.Failed(kind(failure)));
    }

    /** Closes the connection, or the one that is still being made as soon as it is there. */
    synchronized void abandon() {
        abandoned = true;
        if (request != null) {
            request.reset();
        }
    }

    private static Failure kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Failure.TLS_FAILED;
            }
            if (cause instanceof ConnectTimeoutException || cause instanceof TimeoutException) {
                return Failure.TIMED_OUT;
            }
            if (cause instanceof ConnectException) {
                return Failure.CONNECTION_FAILED;
            }
            if (cause instanceof SocketException) {
                return "Connection reset".equals(cause.getMessage()) ? Failure.BROKEN_OFF : Failure.CONNECTION_FAILED;
            }
        }
        return Failure.BROKEN_OFF;
    }
}
