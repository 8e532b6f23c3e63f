package dev.plumbline.decision.domain;

/**
 * The questions of a section that have a right answer.
 *
 * @param right answered right, 0 or more
 * @param total all of them, 1 or more
 * @param pending not yet judged, 0 or more; {@code right + pending <= total}
 */
public record QuestionCount(int right, int total, int pending) {

    /** @throws IllegalArgumentException if a count is out of its range */
    public QuestionCount {
        if (right < 0 || pending < 0 || total < 1 || (long) right + pending > total) {
            throw new IllegalArgumentException("question counts have 0 <= right, pending and right + pending <= total");
        }
    }
}
