package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * A section's score as published: three decimals with at most four fraction digits, below 10^9. A score with no finite
 * decimal (thirds, from three raters) is given exactly by scaling all three with one common factor
 * (decision-semantics.md, section 1); only the ratios between them mean anything.
 */
public record Figures(BigDecimal earned, BigDecimal possible, BigDecimal pending) {

    private static final int DIGITS = 4;
    private static final BigInteger UNITS = BigInteger.TEN.pow(DIGITS);
    private static final BigInteger LIMIT = BigInteger.TEN.pow(9 + DIGITS);

    public Figures {
        if (possible.signum() <= 0
                || earned.signum() < 0
                || pending.signum() < 0
                || earned.add(pending).compareTo(possible) > 0) {
            throw new IllegalArgumentException("earned and pending beyond possible, or nothing possible");
        }
        earned = plain(earned);
        possible = plain(possible);
        pending = plain(pending);
    }

    /**
     * The smallest whole multiple of the score that fits; where even that is too large, the smallest one there is.
     *
     * @throws IllegalArgumentException when the score has no such figures; {@link #grain} tells beforehand
     */
    public static Figures of(SectionScore score) {
        Rational[] exact = {score.earned(), score.possible(), score.pending()};
        BigInteger factor = Stream.of(exact)
                .map(value -> value.times(UNITS).denominator())
                .reduce(BigInteger.ONE, Figures::commonMultiple);
        BigInteger[] units = new BigInteger[exact.length];
        for (int i = 0; i < exact.length; i++) {
            units[i] = exact[i].times(UNITS).times(factor).numerator();
        }
        if (units[1].compareTo(LIMIT) >= 0) {
            BigInteger divisor = units[0].gcd(units[1]).gcd(units[2]);
            for (int i = 0; i < units.length; i++) {
                units[i] = units[i].divide(divisor);
            }
        }
        if (units[1].compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("a score too fine for its figures");
        }
        return new Figures(decimal(units[0]), decimal(units[1]), decimal(units[2]));
    }

    /** Whether every score that the section can ever have has figures. */
    public static boolean fit(Section section) {
        BigInteger grain = section.items().stream().map(Figures::grain).reduce(BigInteger.ONE, Figures::commonMultiple);
        return Rational.of(section.possible()).times(grain).numerator().compareTo(LIMIT) < 0;
    }

    /** A whole number that makes every score of the item whole. */
    private static BigInteger grain(Item item) {
        Rational points = Rational.of(item.points());
        return switch (item) {
            case Item.Keyed keyed -> points.denominator();
            case Item.Written written -> {
                long parts = (long) written.raters() * written.criteria().size() * Marks.HIGHEST;
                yield commonMultiple(
                        points.denominator(), points.dividedBy(parts).denominator());
            }
        };
    }

    /** The share of what is possible that has been earned, in percent, exact. */
    public Rational percent() {
        return Rational.of(earned).times(Rational.of(100)).dividedBy(Rational.of(possible));
    }

    private static BigInteger commonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    private static BigDecimal decimal(BigInteger units) {
        return new BigDecimal(units).divide(new BigDecimal(UNITS), DIGITS, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? new BigDecimal(stripped.toBigIntegerExact()) : stripped;
    }
}
