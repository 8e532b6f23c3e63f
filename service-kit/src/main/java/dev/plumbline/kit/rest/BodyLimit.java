package dev.plumbline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemBody;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.problem.ProblemMappers;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are too large with a problem (413): by their {@code Content-Length} before anything is read, and
 * those sent in chunks while they are read.
 */
@ApplicationScoped
public class BodyLimit {
    /** Before the server's own limit, which answers without a body. */
    private static final int EARLY = 100;

    private final long most;
    private final ObjectMapper mapper;

    BodyLimit(@ConfigProperty(name = "plumbline.rest.max-body-size") MemorySize most, ObjectMapper mapper) {
        this.most = most.asLongValue();
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseWhatIsAnnouncedTooLarge, EARLY);
    }

    /** The same body, which ends in a {@link ProblemException} once too much of it has come. */
    InputStream on(InputStream body) {
        return new LimitedBody(body, most);
    }

    private void refuseWhatIsAnnouncedTooLarge(RoutingContext call) {
        if (!isAnnouncedTooLarge(call.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            call.next();
            return;
        }
        KitError.PayloadTooLarge error = new KitError.PayloadTooLarge(most);
        // The rest of the body is not read, so that nothing else can come over this connection.
        call.response()
                .setStatusCode(error.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(ended -> call.request().connection().close())
                .end(body(error));
    }

    private boolean isAnnouncedTooLarge(@Nullable String length) {
        try {
            return length != null && Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            // More digits than a long has: the server refuses what is no length at all before it comes here.
            return true;
        }
    }

    private Buffer body(KitError error) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(ProblemBody.of(error)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON", e);
        }
    }
}
