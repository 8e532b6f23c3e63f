package dev.plumbline.decision.app.report;

import org.jspecify.annotations.Nullable;

/**
 * How one person's verdicts stand to the recommendations. Of several verdicts of a person on one decision the last one
 * counts; the figures on it add up: {@code verdicts = compared + hireOnPending + rejectOnPending + hireOnDiscuss +
 * rejectOnDiscuss + holds + onUnknown}.
 *
 * @param replaced verdicts that the same person replaced by another one on the same decision
 * @param agreed HIRE on ADVANCE and REJECT on REJECT
 * @param compared HIRE and REJECT on ADVANCE and REJECT: what a recommendation can be agreed with on
 * @param onUnknown HIRE and REJECT on a decision that a rebuilt database has not come to again
 * @param dwell how long people looked
 */
public record VerdictsOfPerson(
        String person,
        long verdicts,
        long replaced,
        long agreed,
        long compared,
        long hireOnReject,
        long rejectOnAdvance,
        long hireOnPending,
        long rejectOnPending,
        long hireOnDiscuss,
        long rejectOnDiscuss,
        long holds,
        long onUnknown,
        Dwell dwell) {

    /** Below so many, a share or a spread says little about a person. */
    public static final int FEW = 10;

    /**
     * From when a person first fetched the explanation of a decision to their first verdict on it, in whole milliseconds;
     * percentiles are nearest ranks, so each is a time that was measured.
     *
     * @param count decisions whose explanation was fetched before the verdict
     * @param withoutLook decisions whose explanation was not, as far as this database knows
     * @param median null where there is none
     * @param tenth null where there is none
     * @param ninetieth null where there is none
     */
    public record Dwell(
            long count,
            long withoutLook,
            @Nullable Long median,
            @Nullable Long tenth,
            @Nullable Long ninetieth) {}
}
