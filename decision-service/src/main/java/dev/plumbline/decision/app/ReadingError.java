package dev.plumbline.decision.app;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service refuses to those who read lists, exports and the stream of events. */
public sealed interface ReadingError extends ApiError {

    /**
     * Query parameters or headers that cannot be used.
     *
     * @param errors every fault; its pointer is a slash and the parameter's name
     */
    record InvalidParameters(List<Fault> errors) implements ReadingError {
        public InvalidParameters {
            errors = List.copyOf(errors);
        }

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
            Fault first = errors.getFirst();
            return "Parameter " + first.pointer().substring(1) + " " + first.message()
                    + (errors.size() == 1 ? "." : "; errors lists all " + errors.size() + " faults.");
        }
    }

    /** As many exports run as this instance serves at once. */
    record TooManyExports() implements ReadingError {
        @Override
        public String slug() {
            return "too-many-exports";
        }

        @Override
        public String title() {
            return "Too many exports";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String detail() {
            return "As many exports run as this instance serves at once. Try again.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 10;
        }
    }

    /** The topic no longer has what lies behind a position, or never had: going on would leave events out in silence. */
    record PositionLost(String detail) implements ReadingError {
        @Override
        public String slug() {
            return "position-lost";
        }

        @Override
        public String title() {
            return "The stream cannot go on from there";
        }

        @Override
        public int status() {
            return 410;
        }
    }

    /** As many read old events, each through a consumer of its own, as this instance serves. */
    record TooManyCatchingUp() implements ReadingError {
        @Override
        public String slug() {
            return "too-many-catching-up";
        }

        @Override
        public String title() {
            return "Too many readers are catching up";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public String detail() {
            return "As many readers go through old events as this instance serves at once. Try again, or begin without"
                    + " Last-Event-ID.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 5;
        }
    }

    /** Kafka does not answer. */
    record StreamUnavailable() implements ReadingError {
        @Override
        public String slug() {
            return "stream-unavailable";
        }

        @Override
        public String title() {
            return "The stream cannot be read at the moment";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public String detail() {
            return "The topic of decision events does not answer. Nothing is lost: try again with the same Last-Event-ID.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 5;
        }
    }
}
