package dev.plumbline.kit.app;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.ratelimit.RateLimitFilter;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A call for whoever holds a secret of the small application's own. */
@Path("/v1/held")
@PermitAll
public class HeldResource {
    static final String SECRET = "open-sesame";

    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface SecretOnly {}

    @GET
    @SecretOnly
    public String look() {
        return "a cave";
    }

    /** What is no secret. */
    @GET
    @Path("door")
    public Response door() {
        return Response.ok("a door")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    /** Asks for the secret; whatever stands before it in the bearer says what it belongs to. */
    @Provider
    @SecretOnly
    @Priority(Priorities.AUTHENTICATION)
    public static class SecretFilter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            String bearer = String.valueOf(request.getHeaderString(HttpHeaders.AUTHORIZATION));
            if (!bearer.endsWith(SECRET)) {
                throw new ProblemException(new KitError.Unauthenticated());
            }
            RateLimitFilter.heldBy(request, bearer);
        }
    }
}
