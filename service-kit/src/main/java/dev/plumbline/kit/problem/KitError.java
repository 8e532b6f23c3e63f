package dev.plumbline.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors that are the same in every service (the public contract's conventions). */
public sealed interface KitError extends ApiError {

    /** The body is no JSON text (RFC 8259), or names one member twice. */
    record MalformedJson(String detail) implements KitError {
        @Override
        public String slug() {
            return "malformed-json";
        }

        @Override
        public String title() {
            return "The request body is not well-formed JSON";
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** The body is JSON but not what this call takes; every fault is listed. */
    record InvalidContent(List<Fault> errors) implements KitError {
        public InvalidContent {
            errors = List.copyOf(errors);
        }

        @Override
        public String slug() {
            return "invalid-content";
        }

        @Override
        public String title() {
            return "The request body is not valid";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String detail() {
            return errors.size() == 1
                    ? "1 fault: see errors for where it is."
                    : errors.size() + " faults: see errors for where each is.";
        }
    }

    /** A query parameter or header has a value that cannot be used. */
    record InvalidParameter(String name, String message) implements KitError {
        @Override
        public String slug() {
            return "invalid-parameter";
        }

        @Override
        public String title() {
            return "A parameter is not valid";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String detail() {
            return "Parameter " + name + " " + message + ".";
        }
    }

    /** There is no such thing, or the caller may not know that there is. */
    record NotFound(String what, String id) implements KitError {
        /** The most of what a client named that an answer repeats, in characters. */
        private static final int LONGEST = 100;

        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public String title() {
            return "Not found";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String detail() {
            String named = id.length() <= LONGEST ? id : id.substring(0, beforeHalfACharacter()) + "...";
            return "There is no " + what + " " + named + ".";
        }

        private int beforeHalfACharacter() {
            return Character.isHighSurrogate(id.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
    }

    /** There is no such route. */
    record NoSuchRoute() implements KitError {
        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public String title() {
            return "Not found";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String detail() {
            return "Nothing is served at this path; the OpenAPI document at /q/openapi lists what is.";
        }
    }

    /** No valid bearer token came with the call. */
    record Unauthenticated() implements KitError {
        @Override
        public String slug() {
            return "unauthenticated";
        }

        @Override
        public String title() {
            return "A valid bearer token is needed";
        }

        @Override
        public int status() {
            return 401;
        }

        @Override
        public String detail() {
            return "Send an Authorization header with a bearer token that is valid, unexpired and meant for this service.";
        }
    }

    /** The caller's roles do not allow the call. */
    record Forbidden(String detail) implements KitError {
        /** The caller has none of the roles that the call needs. */
        public Forbidden() {
            this("Your roles do not allow this call.");
        }

        @Override
        public String slug() {
            return "forbidden";
        }

        @Override
        public String title() {
            return "Not allowed";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** {@code If-Match} names a state that has moved on (RFC 9110, 13.1.1). */
    record PreconditionFailed(String current) implements KitError {
        @Override
        public String slug() {
            return "precondition-failed";
        }

        @Override
        public String title() {
            return "The resource has changed";
        }

        @Override
        public int status() {
            return 412;
        }

        @Override
        public String detail() {
            return "If-Match does not name the current state " + current + ": read it again, then repeat the change.";
        }
    }

    /** {@code If-Match} is missing (RFC 6585, 3). */
    record PreconditionRequired() implements KitError {
        @Override
        public String slug() {
            return "precondition-required";
        }

        @Override
        public String title() {
            return "If-Match is required";
        }

        @Override
        public int status() {
            return 428;
        }

        @Override
        public String detail() {
            return "Read the resource and send its ETag in If-Match, so that no one's change is lost.";
        }
    }

    /** The same idempotency key came with another body. */
    record IdempotencyKeyReused() implements KitError {
        @Override
        public String slug() {
            return "idempotency-key-reused";
        }

        @Override
        public String title() {
            return "The idempotency key was used for another request";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String detail() {
            return "This Idempotency-Key came before with a different body: use a new key for a new request.";
        }
    }

    /** The first request with this idempotency key is still being worked on. */
    record IdempotencyKeyInFlight() implements KitError {
        @Override
        public String slug() {
            return "idempotency-key-in-flight";
        }

        @Override
        public String title() {
            return "The first request with this idempotency key is still in flight";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Wait for the first request with this Idempotency-Key to end, then repeat it to get its answer.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** Two changes met; nothing of this one was stored. */
    record ConcurrentChange() implements KitError {
        @Override
        public String slug() {
            return "concurrent-change";
        }

        @Override
        public String title() {
            return "Another change came in between";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Another request changed the same thing at the same moment; nothing of yours was stored. Try again.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** The body has more bytes than this service takes. */
    record PayloadTooLarge(long most) implements KitError {
        @Override
        public String slug() {
            return "payload-too-large";
        }

        @Override
        public String title() {
            return "The request body is too large";
        }

        @Override
        public int status() {
            return 413;
        }

        @Override
        public String detail() {
            return "This service takes bodies of at most " + most + " bytes.";
        }
    }

    /** Any other refusal of the HTTP layer: method, media type. */
    record Refused(int status, String slug, String title, String detail) implements KitError {}

    /** The service failed; nothing of the request was stored. */
    record Internal(String reference) implements KitError {
        @Override
        public String slug() {
            return "internal-error";
        }

        @Override
        public String title() {
            return "The service failed";
        }

        @Override
        public int status() {
            return 500;
        }

        @Override
        public String detail() {
            return "Nothing of this request was stored. Try again; if it stays, report the reference " + reference
                    + ".";
        }
    }
}
