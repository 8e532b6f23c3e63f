package dev.plumbline.interview.domain;

import java.math.BigDecimal;

/**
 * The scale a rubric rates interview questions on. A rating stands against an anchor, so it is a whole number.
 *
 * @param min the lowest rating
 * @param max the highest, more than {@code min}
 */
public record RatingScale(BigDecimal min, BigDecimal max) {
    public RatingScale {
        if (min.signum() < 0 || min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("Not a scale: " + min + " to " + max);
        }
    }

    /** Whether this is a whole number on the scale; {@code 4.0} is. */
    public boolean takes(BigDecimal rating) {
        boolean within = rating.compareTo(min) >= 0 && rating.compareTo(max) <= 0;
        return within && rating.stripTrailingZeros().scale() <= 0;
    }
}
