package dev.plumbline.decision.app.whatif;

import dev.plumbline.kit.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** Why a simulation is refused. */
public sealed interface SimulationError extends ApiError {

    /** As many run as this instance takes on. */
    record TooManySimulations() implements SimulationError {
        @Override
        public String slug() {
            return "too-many-simulations";
        }

        @Override
        public String title() {
            return "Too many simulations";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String detail() {
            return "As many simulations run as this instance takes on. Try again when one has ended.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 10;
        }
    }
}
