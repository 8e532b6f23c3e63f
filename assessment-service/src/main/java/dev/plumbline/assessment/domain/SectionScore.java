package dev.plumbline.assessment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section's exact score.
 *
 * @param pending points of written answers that are still to be rated
 * @param questions absent where no item has a right answer
 */
public record SectionScore(
        String section,
        Rational earned,
        Rational possible,
        Rational pending,
        @Nullable Questions questions,
        List<ItemScore> items) {

    public SectionScore {
        items = List.copyOf(items);
    }
}
