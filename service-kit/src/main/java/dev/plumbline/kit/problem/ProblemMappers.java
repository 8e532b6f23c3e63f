package dev.plumbline.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that reaches the edge into a problem answer. No client sees a stack trace or a class name. */
public final class ProblemMappers {
    /** RFC 9457, 6.1. */
    public static final String PROBLEM_JSON = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return switch (e.error()) {
            case KitError.Unauthenticated _ -> unauthenticated();
            case KitError.IncompleteBody error -> last(error);
            case KitError.PayloadTooLarge error -> last(error);
            default -> answer(e.error());
        };
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response unauthenticated() {
        return Response.fromResponse(answer(new KitError.Unauthenticated()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(new KitError.Forbidden());
    }

    @ServerExceptionMapper
    Response violation(ConstraintViolationException e) {
        ConstraintViolation<?> first = e.getConstraintViolations().iterator().next();
        String name = "";
        for (var node : first.getPropertyPath()) {
            name = node.getName();
        }
        return answer(new KitError.InvalidParameter(name, first.getMessage()));
    }

    @ServerExceptionMapper
    Response optimisticLock(OptimisticLockException e) {
        return answer(new KitError.ConcurrentChange());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof ProblemException problem) {
            return answer(problem.error());
        }
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            return failure(e);
        }
        if (e instanceof NotFoundException) {
            return answer(new KitError.NoSuchRoute());
        }
        Response answer = answer(refused(status));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response failure(Throwable e) {
        if (isConflictOfTransactions(e)) {
            return answer(new KitError.ConcurrentChange());
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(e, "A request failed, reference %s", reference);
        return answer(new KitError.Internal(reference));
    }

    /** The last answer on its connection: what still comes of the request's body is not the next request. */
    private static Response last(KitError error) {
        return Response.fromResponse(answer(error))
                .header("Connection", "close")
                .build();
    }

    /** The answer that tells a client of {@code error}. */
    public static Response answer(ApiError error) {
        Problem problem = error.problem();
        Response.ResponseBuilder builder = Response.status(problem.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemBody.of(error));
        @Nullable Integer seconds = problem.retryAfterSeconds();
        if (seconds != null) {
            builder.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return builder.build();
    }

    private static KitError refused(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = switch (status) {
            case 405 -> "This path does not take this method; Allow lists those it takes.";
            case 406 -> "This call cannot answer in any media type that Accept names.";
            case 415 -> "Send the body as application/json.";
            default -> "The request cannot be answered as it is.";
        };
        return new KitError.Refused(status, slug, title, detail);
    }

    /** PostgreSQL's class 40: serialization failure or deadlock; the transaction was rolled back. */
    private static boolean isConflictOfTransactions(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("40")) {
                return true;
            }
        }
        return false;
    }
}
