package dev.plumbline.interview.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a rater says about one answer.
 *
 * @param rating a whole number on the rubric's scale; null for "not applicable" or "not asked"
 * @param note the rater's own words about the answer, which stay in this service; null for none
 */
public record Mark(@Nullable BigDecimal rating, @Nullable String note) {
    public Mark {
        rating = rating == null ? null : rating.setScale(0);
    }

    /** Whether the number is the same, whatever the note says. */
    public boolean sameRating(Mark other) {
        return rating == null ? other.rating == null : rating.equals(other.rating);
    }
}
