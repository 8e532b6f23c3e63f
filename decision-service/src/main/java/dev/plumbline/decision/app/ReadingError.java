package dev.plumbline.decision.app;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;

/** What this service refuses to those who read lists, exports and the stream of events. */
public sealed interface ReadingError extends ApiError {

    /** As many exports run as this instance serves at once. */
    record TooManyExports() implements ReadingError {
        @Override
        public Problem problem() {
            return new Problem(
                            429,
                            "too-many-exports",
                            "Too many exports",
                            "As many exports run as this instance serves at once, or as one may have. Try again.")
                    .retryAfter(10);
        }
    }

    /**
     * The database could not put a whole ranking in order within this time.
     *
     * @param seconds how many it had
     */
    record ExportTakesTooLong(int seconds) implements ReadingError {
        @Override
        public Problem problem() {
            return new Problem(
                            503,
                            "export-takes-too-long",
                            "The export takes too long",
                            "The list could not be put in order within " + seconds + " seconds. Try again when there is"
                                    + " less to do, or read the list page by page.")
                    .retryAfter(60);
        }
    }

    /** The topic no longer has what lies behind a position, or never had: going on would leave events out in silence. */
    record PositionLost(String detail) implements ReadingError {
        @Override
        public Problem problem() {
            return new Problem(410, "position-lost", "The stream cannot go on from there", detail);
        }
    }

    /** As many read old events, each through a consumer of its own, as this instance serves. */
    record TooManyCatchingUp() implements ReadingError {
        @Override
        public Problem problem() {
            return new Problem(
                            503,
                            "too-many-catching-up",
                            "Too many readers are catching up",
                            "As many readers go through old events as this instance serves at once. Try again, or"
                                    + " begin without Last-Event-ID.")
                    .retryAfter(5);
        }
    }

    /** Kafka does not answer. */
    record StreamUnavailable() implements ReadingError {
        @Override
        public Problem problem() {
            return new Problem(
                            503,
                            "stream-unavailable",
                            "The stream cannot be read at the moment",
                            "The topic of decision events does not answer. Nothing is lost: try again with the same"
                                    + " Last-Event-ID.")
                    .retryAfter(5);
        }
    }
}
