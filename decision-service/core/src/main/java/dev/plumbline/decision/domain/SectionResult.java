package dev.plumbline.decision.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a section of the assessment test came to. A result with no finite decimal is given exactly by scaling the three
 * figures with one common factor.
 *
 * @param earned points earned, 0 or more
 * @param possible points there are, above 0
 * @param pending points not yet scored, 0 or more; {@code earned + pending <= possible}
 * @param questions the questions that have a right answer; {@code null} where none has
 */
public record SectionResult(
        String section,
        Figure earned,
        Figure possible,
        Figure pending,
        @Nullable QuestionCount questions) implements FactContent {

    /** @throws IllegalArgumentException if the section's id is blank or a figure is out of its range */
    public SectionResult {
        Ids.require(section, "section");
        if (earned.isNegative() || pending.isNegative() || !possible.isPositive()) {
            throw new IllegalArgumentException("no figure of a section is negative, and possible is above 0");
        }
        if (earned.tenThousandths() + pending.tenThousandths() > possible.tenThousandths()) {
            throw new IllegalArgumentException("earned and pending together are not above possible");
        }
    }

    @Override
    public FactIdentity.Section identity() {
        return new FactIdentity.Section(section);
    }

    /** What the section's score can still become, in percent. */
    Interval interval() {
        Rational low = percent(earned.tenThousandths());
        return isComplete()
                ? new Interval(low, low)
                : new Interval(low, percent(earned.tenThousandths() + pending.tenThousandths()));
    }

    private Rational percent(long points) {
        return Rational.of(points * 100, possible.tenThousandths());
    }

    boolean isComplete() {
        return pending.equals(Figure.ZERO);
    }
}
