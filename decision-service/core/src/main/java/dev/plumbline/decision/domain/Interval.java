package dev.plumbline.decision.domain;

import java.util.Comparator;

/**
 * What a score can still become, in percent, exactly. It only narrows as evidence arrives (decision semantics,
 * section 4).
 *
 * @param low the least it can still become
 * @param high the most it can still become; not below {@code low}
 */
public record Interval(Rational low, Rational high) {

    /** Nothing is known yet. */
    public static final Interval UNKNOWN = new Interval(Rational.ZERO, Rational.HUNDRED);

    /** The ranking within a job before the application's id settles it: low descending, then high descending. */
    public static final Comparator<Interval> STRONGEST_FIRST =
            Comparator.comparing(Interval::low).thenComparing(Interval::high).reversed();

    /** @throws IllegalArgumentException if {@code low} is above {@code high} */
    public Interval {
        if (low.isMoreThan(high)) {
            throw new IllegalArgumentException("an interval's low is not above its high");
        }
    }

    /** Whether every value of {@code other} is one of these. */
    public boolean contains(Interval other) {
        return other.low.isAtLeast(low) && high.isAtLeast(other.high);
    }
}
