package dev.plumbline.decision.http;

import dev.plumbline.decision.app.webhook.WebhookSettings;
import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/1.1, one connection for each post, to an address that somebody else has chosen. */
final class PostClient {
    /** For one host and address: more than are ever posted at once, so that no post waits for another one's connection. */
    private static final int CONNECTIONS = 10_000;

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final HttpClient client;
    private final InstantSource clock;

    PostClient(Vertx vertx, WebhookSettings settings, InstantSource clock) {
        HttpClientOptions options = new HttpClientOptions()
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                // A connection that is kept may be closed by the receiver at the moment it is used again.
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setDecompressionSupported(false)
                // A span would hold the URL, and the receiver is none of ours.
                .setTracingPolicy(TracingPolicy.IGNORE);
        settings.trustedCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = vertx.createHttpClient(options);
        this.clock = clock;
    }

    void close() {
        client.close();
    }

    /**
     * The time, for {@link #post}: asked before the time of the receiver begins, for the answer may take a while, and not
     * where the receiver's answer is read, for that thread may wait for nobody.
     */
    Instant now() {
        return clock.instant();
    }

    /** Posts to the URL's host at this address. */
    Outcome post(URI url, InetAddress address, Map<String, String> headers, byte[] body, Instant now, Deadline deadline)
            throws TimeoutException {
        Exchange exchange = new Exchange(now, body);
        RequestOptions request = options(url, address, headers).setConnectTimeout(deadline.millisLeft());
        client.request(request).onSuccess(exchange::send).onFailure(exchange::fail);
        try {
            return exchange.outcome().get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new Outcome.Failed(Failure.BROKEN_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(Failure.BROKEN_OFF);
        } finally {
            exchange.abandon();
        }
    }

    private static RequestOptions options(URI url, InetAddress address, Map<String, String> headers) {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() != -1 ? url.getPort() : tls ? HTTPS : HTTP;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(tls)
                .setHost(url.getHost())
                .setPort(port)
                // The pin: where the connection goes, while the host above is what the certificate has to be of.
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Plumbline-Webhooks/1");
        headers.forEach(options::putHeader);
        return options;
    }
}
