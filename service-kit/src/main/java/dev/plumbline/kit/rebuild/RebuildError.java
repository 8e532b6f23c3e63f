package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;
import java.util.UUID;

/** Why a rebuild cannot be started or ended. */
sealed interface RebuildError extends ApiError {

    /** Another one runs. */
    record UnderWay() implements RebuildError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rebuild-under-way",
                    "A rebuild is under way",
                    "One rebuild runs at a time in this service: watch it at /v1/operations/rebuilds, or cancel it.");
        }
    }

    /** It has come to its end. */
    record HasFinished(UUID id) implements RebuildError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rebuild-has-finished",
                    "The rebuild has finished",
                    "The rebuild " + id + " has come to its end, so that there is nothing to cancel.");
        }
    }
}
