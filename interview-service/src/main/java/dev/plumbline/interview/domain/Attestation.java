package dev.plumbline.interview.domain;

import org.jspecify.annotations.Nullable;

/**
 * One person's word on whether a candidate meets a baseline that no points measure, such as clear communication.
 *
 * @param gate the id of the rubric's ATTESTATION gate
 * @param rater whose word it is
 * @param met whether the baseline is met
 * @param note the rater's own words, which stay in this service; null for none
 * @param revision at least 1, one more each time {@code met} changes, and when it is taken back or given again
 * @param retracted whether it was taken back, so that it counts no more
 */
public record Attestation(
        String gate, String rater, boolean met, @Nullable String note, int revision, boolean retracted) {

    /** A person's first word on a gate. */
    public static Attestation first(String gate, String rater, boolean met, @Nullable String note) {
        return new Attestation(gate, rater, met, note, 1, false);
    }

    /** The same person's next word; only another {@code met}, or one after none, is another revision. */
    public Attestation with(boolean nextMet, @Nullable String nextNote) {
        boolean same = met == nextMet && !retracted;
        return new Attestation(gate, rater, nextMet, nextNote, same ? revision : revision + 1, false);
    }

    /** Taken back, with what was written beside it. */
    public Attestation takenBack() {
        return retracted ? this : new Attestation(gate, rater, met, null, revision + 1, true);
    }
}
