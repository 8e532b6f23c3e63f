package dev.plumbline.kit.ratelimit;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemMappers;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts each call once, against whoever makes it, and answers 429 where it is too many (RFC 6585, 4). A call is counted
 * before its body is read, once it is known who calls; one that is refused before that (no valid token, no such route) is
 * counted when its answer goes out, in whose place the 429 then comes.
 *
 * <p>A call with a valid token never counts for its address: nobody is shut out by a neighbour or by what a gateway lets
 * through.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String COUNTED = RateLimitFilter.class.getName() + ".counted";
    private static final String HOLDER = RateLimitFilter.class.getName() + ".holder";

    private final RateLimits limits;
    private final CurrentVertxRequest current;

    RateLimitFilter(RateLimits limits, CurrentVertxRequest current) {
        this.limits = limits;
        this.current = current;
    }

    /**
     * Says whose call it is where the bearer is one of the service's own secrets, and was found to be right. For filters
     * that go before this one: {@code @Priority(Priorities.AUTHENTICATION)}.
     *
     * @param name what the secret belongs to
     */
    public static void heldBy(ContainerRequestContext request, String name) {
        request.setProperty(HOLDER, name);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refusal(request).ifPresent(request::abortWith);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(COUNTED) == null) {
            refusal(request).ifPresent(instead -> replace(response, instead));
        }
    }

    private Optional<Response> refusal(ContainerRequestContext request) {
        request.setProperty(COUNTED, true);
        OptionalInt seconds = limits.take(principal(request));
        return seconds.isPresent()
                ? Optional.of(ProblemMappers.answer(new KitError.TooManyRequests(seconds.getAsInt())))
                : Optional.empty();
    }

    private Principal principal(ContainerRequestContext request) {
        if (request.getProperty(HOLDER) instanceof String name) {
            return new Principal.Holder(name);
        }
        RoutingContext call = current.getCurrent();
        // Authentication is lazy, and nobody is asked for it here: a call that needs no token has no user.
        if (call.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            return new Principal.Subject(
                    user.getSecurityIdentity().getPrincipal().getName());
        }
        SocketAddress client = call.request().remoteAddress();
        return Principal.Address.of(client == null ? "" : client.host());
    }

    private static void replace(ContainerResponseContext response, Response instead) {
        response.setStatusInfo(instead.getStatusInfo());
        response.getHeaders().clear();
        response.getHeaders().putAll(instead.getHeaders());
        response.setEntity(instead.getEntity());
    }
}
