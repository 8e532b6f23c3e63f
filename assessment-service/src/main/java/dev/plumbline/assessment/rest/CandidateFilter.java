package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.app.AdmitCandidate;
import dev.plumbline.assessment.app.ExpireSession;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.ratelimit.RateLimitFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Admits candidates by the secret of their session, before anything of the request's body is read, and ends the session
 * if its time is over. Nothing here or behind it asks the OIDC provider: the bearer is no token.
 */
@Provider
@CandidateOnly
@Priority(Priorities.AUTHENTICATION)
public class CandidateFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AdmitCandidate admit;
    private final ExpireSession expiry;

    CandidateFilter(AdmitCandidate admit, ExpireSession expiry) {
        this.admit = admit;
        this.expiry = expiry;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UUID session = session(request);
        admit.admit(session, secret(request.getHeaders().get(HttpHeaders.AUTHORIZATION)));
        RateLimitFilter.heldBy(request, "session " + session);
        expiry.ifOverdue(session);
    }

    private static UUID session(ContainerRequestContext request) {
        try {
            return UUID.fromString(request.getUriInfo().getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new KitError.Unauthenticated());
        }
    }

    private static String secret(@Nullable List<String> authorization) {
        if (authorization == null || authorization.size() != 1) {
            throw new ProblemException(new KitError.Unauthenticated());
        }
        String value = authorization.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ProblemException(new KitError.Unauthenticated());
        }
        return value.substring(SCHEME.length()).strip();
    }
}
