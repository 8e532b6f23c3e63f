package dev.plumbline.decision.app.whatif;

import dev.plumbline.kit.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** Why a simulation, or a search for what would change, is refused. */
public sealed interface SimulationError extends ApiError {

    /** As many searches for what would change run as this instance takes on. */
    record TooManySearches() implements SimulationError {
        @Override
        public String slug() {
            return "too-many-searches";
        }

        @Override
        public String title() {
            return "Too many searches";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String detail() {
            return "As many searches for what would change run as this instance takes on. Try again.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 5;
        }
    }

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
