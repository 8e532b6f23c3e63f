package dev.plumbline.decision.domain;

import org.jspecify.annotations.Nullable;

/**
 * One rater's answer to one question.
 *
 * @param rating on the rubric's scale; {@code null} for "not applicable" or "not asked": the rater has answered, and
 *     does not count in the mean
 */
public record Rating(
        String question, String rater, @Nullable Figure rating) implements FactContent {

    /** @throws IllegalArgumentException if an id is blank or the rating is negative */
    public Rating {
        Ids.require(question, "question");
        Ids.require(rater, "rater");
        if (rating != null && rating.isNegative()) {
            throw new IllegalArgumentException("a rating is not negative");
        }
    }

    @Override
    public FactIdentity.Rating identity() {
        return new FactIdentity.Rating(question, rater);
    }

    /** Whether the answer lies on the scale; "not applicable" lies on every one. */
    boolean isOn(RatingScale scale) {
        return rating == null || scale.contains(rating);
    }
}
