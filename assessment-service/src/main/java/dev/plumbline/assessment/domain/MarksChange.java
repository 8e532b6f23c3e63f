package dev.plumbline.assessment.domain;

import java.time.Instant;

/**
 * A rater's other marks in place of those given before. A rater sees others' marks after giving their own, so a change is
 * kept for whoever has to judge it.
 *
 * @param before the marks that no longer count
 * @param after the same rater's marks that took their place
 * @param at when, UTC
 */
public record MarksChange(Marks before, Marks after, Instant at) {
    public MarksChange {
        if (!before.rater().equals(after.rater())) {
            throw new IllegalArgumentException("the marks of two raters");
        }
    }

    /** Whose marks they are. */
    public String rater() {
        return before.rater();
    }
}
