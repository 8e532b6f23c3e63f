package dev.plumbline.kit.problem;

import java.util.List;

/** The errors that are the same in every service (the public contract's conventions). */
public sealed interface KitError extends ApiError {

    /** The body is no JSON text (RFC 8259), or names one member twice. */
    record MalformedJson(String detail) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(400, "malformed-json", "The request body is not well-formed JSON", detail);
        }
    }

    /** The body is JSON but not what this call takes; every fault is listed. */
    record InvalidContent(List<Fault> errors) implements KitError {
        public InvalidContent {
            errors = List.copyOf(errors);
        }

        @Override
        public Problem problem() {
            String detail = errors.size() == 1
                    ? "1 fault: see errors for where it is."
                    : errors.size() + " faults: see errors for where each is.";
            return new Problem(422, "invalid-content", "The request body is not valid", detail).withErrors(errors);
        }
    }

    /** A query parameter or header has a value that cannot be used. */
    record InvalidParameter(String name, String message) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    422, "invalid-parameter", "A parameter is not valid", "Parameter " + name + " " + message + ".");
        }
    }

    /**
     * Query parameters or headers that cannot be used.
     *
     * @param errors every fault; its pointer is a slash and the parameter's name
     */
    record InvalidParameters(List<Fault> errors) implements KitError {
        public InvalidParameters {
            errors = List.copyOf(errors);
        }

        @Override
        public Problem problem() {
            Fault first = errors.getFirst();
            String detail = "Parameter " + first.pointer().substring(1) + " " + first.message()
                    + (errors.size() == 1 ? "." : "; errors lists all " + errors.size() + " faults.");
            return new Problem(422, "invalid-parameter", "A parameter is not valid", detail).withErrors(errors);
        }
    }

    /** There is no such thing, or the caller may not know that there is. */
    record NotFound(String what, String id) implements KitError {
        /** The most of what a client named that an answer repeats, in characters. */
        private static final int LONGEST = 100;

        @Override
        public Problem problem() {
            String named = id.length() <= LONGEST ? id : id.substring(0, beforeHalfACharacter()) + "...";
            return new Problem(404, "not-found", "Not found", "There is no " + what + " " + named + ".");
        }

        private int beforeHalfACharacter() {
            return Character.isHighSurrogate(id.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
    }

    /** There is no such route. */
    record NoSuchRoute() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    404,
                    "not-found",
                    "Not found",
                    "Nothing is served at this path; the OpenAPI document at /q/openapi lists what is.");
        }
    }

    /** No valid bearer token came with the call. */
    record Unauthenticated() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    401,
                    "unauthenticated",
                    "A valid bearer token is needed",
                    "Send an Authorization header with a bearer token that is valid, unexpired and meant for this"
                            + " service.");
        }
    }

    /** The caller's roles do not allow the call. */
    record Forbidden(String detail) implements KitError {
        /** The caller has none of the roles that the call needs. */
        public Forbidden() {
            this("Your roles do not allow this call.");
        }

        @Override
        public Problem problem() {
            return new Problem(403, "forbidden", "Not allowed", detail);
        }
    }

    /** {@code If-Match} names a state that has moved on (RFC 9110, 13.1.1). */
    record PreconditionFailed(String current) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    412,
                    "precondition-failed",
                    "The resource has changed",
                    "If-Match does not name the current state " + current + ": read it again, then repeat the change.");
        }
    }

    /** {@code If-Match} is missing (RFC 6585, 3). */
    record PreconditionRequired() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    428,
                    "precondition-required",
                    "If-Match is required",
                    "Read the resource and send its ETag in If-Match, so that no one's change is lost.");
        }
    }

    /** The same idempotency key came with another body. */
    record IdempotencyKeyReused() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    422,
                    "idempotency-key-reused",
                    "The idempotency key was used for another request",
                    "This Idempotency-Key came before with a different body: use a new key for a new request.");
        }
    }

    /** The first request with this idempotency key is still being worked on. */
    record IdempotencyKeyInFlight() implements KitError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "idempotency-key-in-flight",
                            "The first request with this idempotency key is still in flight",
                            "Wait for the first request with this Idempotency-Key to end, then repeat it to get its"
                                    + " answer.")
                    .retryAfter(1);
        }
    }

    /** Two changes met; nothing of this one was stored. */
    record ConcurrentChange() implements KitError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "concurrent-change",
                            "Another change came in between",
                            "Another request changed the same thing at the same moment; nothing of yours was stored."
                                    + " Try again.")
                    .retryAfter(1);
        }
    }

    /** The body has more bytes than this service takes. */
    record PayloadTooLarge(long most) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    413,
                    "payload-too-large",
                    "The request body is too large",
                    "This service takes bodies of at most " + most + " bytes.");
        }
    }

    /** The caller has made more calls than one may (RFC 6585, 4). */
    record TooManyRequests(int retryAfterSeconds) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                            429,
                            "too-many-requests",
                            "Too many requests",
                            "You have made more calls than one caller may. Nothing of this one was done: repeat it after"
                                    + " the seconds that Retry-After names.")
                    .retryAfter(retryAfterSeconds);
        }
    }

    /** The body did not come to its end (RFC 9110, 15.5.9). */
    record IncompleteBody() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    408,
                    "request-timeout",
                    "The request body did not come to its end",
                    "No more of the request body came for too long. Nothing of this request was done: send it again.");
        }
    }

    /** A dead letter came from a topic that no consumer of this service takes any more. */
    record NobodyTakes(String topic) implements KitError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "nobody-takes-it",
                    "No consumer takes this record",
                    "No consumer of this service takes the topic " + topic
                            + " in this version, so there is nobody to give the dead letter to.");
        }
    }

    /** Kafka does not answer. */
    record KafkaIsAway() implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                            503,
                            "kafka-is-away",
                            "Kafka does not answer",
                            "What you ask for only Kafka knows, and it does not answer now. Try again; /q/health/well"
                                    + " tells whether it does.")
                    .retryAfter(5);
        }
    }

    /** Kafka answers, and does not let this service do what the call needs. */
    record KafkaRefuses(String reason) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    502,
                    "kafka-refuses",
                    "Kafka refuses this service",
                    "This service has not the rights at Kafka that the call needs: " + reason
                            + " Whoever runs Kafka can give them.");
        }
    }

    /** Any other refusal of the HTTP layer: method, media type. */
    record Refused(int status, String slug, String title, String detail) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(status, slug, title, detail);
        }
    }

    /** The service failed; nothing of the request was stored. */
    record Internal(String reference) implements KitError {
        @Override
        public Problem problem() {
            return new Problem(
                    500,
                    "internal-error",
                    "The service failed",
                    "Nothing of this request was stored. Try again; if it stays, report the reference " + reference
                            + ".");
        }
    }
}
