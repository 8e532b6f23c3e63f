package dev.plumbline.job.domain;

import java.math.BigDecimal;

/**
 * The scale that interview answers are rated on, and how a rating becomes percent.
 *
 * @param min the lowest rating
 * @param max the highest rating, above {@code min}
 * @param mapping PROPORTIONAL or MIN_MAX
 */
public record RatingScale(BigDecimal min, BigDecimal max, String mapping) {
    public RatingScale {
        // 5 and 5.0 are one scale.
        min = min.stripTrailingZeros();
        max = max.stripTrailingZeros();
    }
}
