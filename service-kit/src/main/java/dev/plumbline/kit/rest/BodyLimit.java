package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.time.Duration;
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
    private final Duration within;
    private final RouterProblems problems;

    BodyLimit(
            @ConfigProperty(name = "plumbline.rest.max-body-size") MemorySize most,
            @ConfigProperty(name = "plumbline.rest.body-within") Duration within,
            RouterProblems problems) {
        this.most = most.asLongValue();
        this.within = within;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseWhatIsAnnouncedTooLarge, EARLY);
    }

    /** The same body, which ends in a {@link ProblemException} once too much of it has come, or it comes too slowly. */
    InputStream on(InputStream body) {
        return new LimitedBody(body, most, within);
    }

    private void refuseWhatIsAnnouncedTooLarge(RoutingContext call) {
        if (!isAnnouncedTooLarge(call.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            call.next();
            return;
        }
        // The rest of the body is not read, so that nothing else can come over this connection.
        problems.answerAndClose(call, new KitError.PayloadTooLarge(most));
    }

    private boolean isAnnouncedTooLarge(@Nullable String length) {
        try {
            return length != null && Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            // More digits than a long has: the server refuses what is no length at all before it comes here.
            return true;
        }
    }
}
