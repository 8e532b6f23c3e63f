package dev.plumbline.assessment.domain;

/**
 * What one item earned.
 *
 * @param earned 0 to the item's points, exact; 0 while pending
 */
public record ItemScore(Item item, Outcome outcome, Rational earned) {

    /** How the score came about. */
    public enum Outcome {
        RIGHT,
        WRONG,
        UNANSWERED,
        /** Written and not yet rated by all of its raters. */
        PENDING,
        RATED
    }
}
