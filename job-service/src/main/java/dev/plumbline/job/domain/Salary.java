package dev.plumbline.job.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The base salary.
 *
 * @param currency ISO 4217
 * @param min at least this much per {@code per}
 * @param max at most this much, not below {@code min}; null where it is not a range
 */
public record Salary(
        String currency, BigDecimal min, @Nullable BigDecimal max, Period per) {
    /** What the figures are paid for. */
    public enum Period {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
