package dev.plumbline.decision.domain;

/** What a {@link Gate.MinScore} asks of a node's score. */
public sealed interface Threshold {

    /**
     * The score is at least so much.
     *
     * @param percent 0 to 100
     */
    record AtLeast(Figure percent) implements Threshold {

        /** @throws IllegalArgumentException if it is not a percentage */
        public AtLeast {
            requirePercentage(percent);
        }
    }

    /**
     * The score is more than so much.
     *
     * @param percent 0 to 100
     */
    record MoreThan(Figure percent) implements Threshold {

        /** @throws IllegalArgumentException if it is not a percentage */
        public MoreThan {
            requirePercentage(percent);
        }
    }

    /**
     * The mean rating is at least so much.
     *
     * @param rating within the rubric's rating scale
     */
    record AtLeastRating(Figure rating) implements Threshold {}

    private static void requirePercentage(Figure percent) {
        if (!percent.isPercentage()) {
            throw new IllegalArgumentException("a threshold is within 0 to 100");
        }
    }
}
