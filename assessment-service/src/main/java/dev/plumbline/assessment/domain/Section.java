package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of a test with a score of its own.
 *
 * @param competency readable id of what the section measures
 */
public record Section(String id, String name, String competency, List<Item> items) {

    public Section {
        items = List.copyOf(items);
    }

    /** All the points that can be earned. */
    public BigDecimal possible() {
        BigDecimal sum = items.stream()
                .map(Item::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
        return sum.scale() < 0 ? new BigDecimal(sum.toBigIntegerExact()) : sum;
    }

    /** How many items have a right answer. */
    public int questions() {
        return (int) items.stream().filter(Item.Keyed.class::isInstance).count();
    }
}
