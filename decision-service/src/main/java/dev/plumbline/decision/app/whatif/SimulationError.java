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
                            "As many searches for what would change run as this instance takes on, or as one may have. Try"
                                    + " again.")
                    .retryAfter(5);
        }
    }

    /**
     * The job has more applications than a simulation takes on.
     *
     * @param most how many a simulation takes on
     */
    record JobTooLarge(int most) implements SimulationError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "job-too-large-to-simulate",
                    "The job has too many applications to simulate",
                    "The job has more than the " + most + " applications that a simulation takes on at the most.");
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
                            "As many simulations run as this instance takes on, or as one may have. Try again when one has"
                                    + " ended.")
                    .retryAfter(10);
        }
    }
}
