package dev.plumbline.decision.domain;

/**
 * The scale on which raters rate, and how a rating becomes a percentage.
 *
 * @param min the lowest rating, at least 0
 * @param max the highest rating, above {@code min}
 */
public record RatingScale(Figure min, Figure max, Mapping mapping) {

    /** How a rating becomes a percentage. */
    public enum Mapping {
        /** r / max * 100: 3 of 5 is 60. */
        PROPORTIONAL,
        /** (r - min) / (max - min) * 100: 3 of 1 to 5 is 50. */
        MIN_MAX
    }

    /** @throws IllegalArgumentException unless 0 <= min < max */
    public RatingScale {
        if (!isValid(min, max)) {
            throw new IllegalArgumentException("a rating scale has 0 <= min < max");
        }
    }

    /** Whether 0 <= min < max. */
    public static boolean isValid(Figure min, Figure max) {
        return !min.isNegative() && min.compareTo(max) < 0;
    }

    /** Whether a rating lies within the scale, its ends included. */
    public boolean contains(Figure rating) {
        return rating.compareTo(min) >= 0 && rating.compareTo(max) <= 0;
    }

    /** A rating, or a mean of ratings, in percent. */
    public Rational toPercent(Rational rating) {
        return switch (mapping) {
            case PROPORTIONAL -> rating.times(Rational.of(100 * Figure.UNIT, max.tenThousandths()));
            case MIN_MAX ->
                rating.plus(Rational.of(-min.tenThousandths(), Figure.UNIT))
                        .times(Rational.of(100 * Figure.UNIT, max.tenThousandths() - min.tenThousandths()));
        };
    }
}
