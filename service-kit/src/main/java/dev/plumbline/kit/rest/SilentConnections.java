package dev.plumbline.kit.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts connections on which the service has said nothing for {@code plumbline.rest.silence}. The server's own idle timeout
 * begins anew with each byte that a client sends, so that one who sends a head byte by byte would keep its connection for
 * ever. An answer that takes long says something in between.
 */
@ApplicationScoped
public class SilentConnections implements HttpServerOptionsCustomizer {
    private final Duration silence;

    SilentConnections(@ConfigProperty(name = "plumbline.rest.silence") Duration silence) {
        this.silence = silence;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limit(options);
        // While the server waits for a head that may ask for HTTP/2 without TLS, none of its timeouts holds.
        options.setHttp2ClearTextEnabled(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        limit(options);
    }

    private void limit(HttpServerOptions options) {
        options.setWriteIdleTimeout(Math.toIntExact(options.getIdleTimeoutUnit().convert(silence)));
    }
}
