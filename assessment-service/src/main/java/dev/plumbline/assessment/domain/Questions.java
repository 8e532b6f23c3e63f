package dev.plumbline.assessment.domain;

/**
 * A section's questions that have a right answer.
 *
 * @param pending not yet marked; {@code right + pending <= total}
 */
public record Questions(int right, int total, int pending) {

    public Questions {
        if (right < 0 || pending < 0 || total < 1 || (long) right + pending > total) {
            throw new IllegalArgumentException("right and pending beyond total");
        }
    }
}
