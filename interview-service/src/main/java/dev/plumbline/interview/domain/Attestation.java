package dev.plumbline.interview.domain;

import org.jspecify.annotations.Nullable;

/**
 * One person's word on whether a candidate meets a baseline that no points measure, such as clear communication.
 *
 * @param gate the id of the rubric's ATTESTATION gate
 * @param rater whose word it is
 * @param met whether the baseline is met
 * @param note the rater's own words, which stay in this service; null for none
 * @param revision at least 1, one more each time {@code met} changes
 */
public record Attestation(
        String gate, String rater, boolean met, @Nullable String note, int revision) {

    /** The same person's next word; only another {@code met} is another revision. */
    public Attestation with(boolean nextMet, @Nullable String nextNote) {
        return new Attestation(gate, rater, nextMet, nextNote, met == nextMet ? revision : revision + 1);
    }
}
