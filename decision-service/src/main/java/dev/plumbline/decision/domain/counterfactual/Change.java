package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Recommendation;
import java.util.Comparator;
import java.util.List;

/**
 * A change of the evidence that alters the recommendation.
 *
 * @param steps one, or the two of a pair
 * @param recommendation what it would be then
 * @param size how small the change is: for each step, how far it moves as a share of all the room there is, summed. What
 *     is still to come is measured from the middle of what it can be
 */
public record Change(List<Step> steps, Recommendation recommendation, Rational size) {

    /** Fewer steps first, then by size; a stable sort keeps the rubric's order where they are equal. */
    static final Comparator<Change> SMALLEST_FIRST =
            Comparator.<Change>comparingInt(change -> change.steps().size()).thenComparing(Change::size);

    public Change {
        steps = List.copyOf(steps);
    }
}
