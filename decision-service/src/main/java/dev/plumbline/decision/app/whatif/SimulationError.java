package dev.plumbline.decision.app.whatif;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;

/** Why a simulation, or a search for what would change, is refused. */
public sealed interface SimulationError extends ApiError {

    /** As many searches for what would change run as this instance takes on. */
    record TooManySearches() implements SimulationError {
        @Override
        public Problem problem() {
            return new Problem(
                            429,
                            "too-many-searches",
                            "Too many searches",
                            "As many searches for what would change run as this instance takes on. Try again.")
                    .retryAfter(5);
        }
    }

    /** As many run as this instance takes on. */
    record TooManySimulations() implements SimulationError {
        @Override
        public Problem problem() {
            return new Problem(
                            429,
                            "too-many-simulations",
                            "Too many simulations",
                            "As many simulations run as this instance takes on. Try again when one has ended.")
                    .retryAfter(10);
        }
    }
}
