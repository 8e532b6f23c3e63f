package dev.plumbline.assessment.domain;

import java.util.Map;

/**
 * One rater's marks for one written answer.
 *
 * @param rater who (an opaque person id)
 * @param ratings criterion to mark, {@link #LOWEST} to {@link #HIGHEST}, never empty
 */
public record Marks(String rater, Map<String, Integer> ratings) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;

    public Marks {
        if (ratings.isEmpty()) {
            throw new IllegalArgumentException("no ratings");
        }
        for (int rating : ratings.values()) {
            if (rating < LOWEST || rating > HIGHEST) {
                throw new IllegalArgumentException("a rating outside " + LOWEST + " to " + HIGHEST);
            }
        }
        ratings = Map.copyOf(ratings);
    }

    /** The share of full marks, above 0 and at most 1: the mean over the criteria of rating / 5. */
    public Rational share() {
        long sum = ratings.values().stream().mapToLong(Integer::longValue).sum();
        return Rational.of(sum).dividedBy((long) HIGHEST * ratings.size());
    }
}
