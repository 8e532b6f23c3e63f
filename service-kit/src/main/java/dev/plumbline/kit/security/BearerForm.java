package dev.plumbline.kit.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes away a bearer that has dots as a token has, and is none by its form (RFC 7515, 3.1): the call goes on as one
 * without a bearer. Quarkus would look for a token's parts in it and fail where it finds none.
 */
@ApplicationScoped
public class BearerForm {
    /** Before whoever looks at the bearer. */
    private static final int EARLY = 5_000;

    /** The parts of both give nothing back once they are taken: each call is held against them, whoever makes it. */
    private static final Pattern DOTTED_BEARER = Pattern.compile("(?i:bearer)\\s++[^.]*+\\.");

    private static final Pattern TOKEN = Pattern.compile("(?i:bearer) ++[\\w-]++\\.[\\w-]++\\.[\\w-]++ *+");

    BearerForm() {}

    void register(@Observes Filters filters) {
        filters.register(BearerForm::check, EARLY);
    }

    private static void check(RoutingContext call) {
        if (isBroken(call.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            call.request().headers().remove(HttpHeaders.AUTHORIZATION);
        }
        call.next();
    }

    /** Whether an {@code Authorization} header has a bearer with dots that is no token in form. */
    static boolean isBroken(@Nullable CharSequence authorization) {
        return authorization != null
                && !TOKEN.matcher(authorization).matches()
                && DOTTED_BEARER.matcher(authorization).lookingAt();
    }
}
