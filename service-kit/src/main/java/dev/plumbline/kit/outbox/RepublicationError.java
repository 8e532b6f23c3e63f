package dev.plumbline.kit.outbox;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;
import java.util.UUID;

/** Why a republication cannot be ended. */
sealed interface RepublicationError extends ApiError {

    /** It has come to its end. */
    record HasFinished(UUID id) implements RepublicationError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "republication-has-finished",
                    "The republication has finished",
                    "The republication " + id + " has come to its end, so that there is nothing to cancel.");
        }
    }
}
