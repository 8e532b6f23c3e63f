package dev.plumbline.decision.app;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said on an application.
 *
 * @param decisionNumber of the decision it was given on
 * @param contentDigest of that decision
 * @param override whether it goes against the recommendation
 * @param by the person's id
 * @param reason free text; null where none was given, or it was erased, or the verdict was read back from the topic
 * @param staleSince the number of the first decision that it no longer fits; null while it fits
 */
public record Verdict(
        UUID applicationId,
        long revision,
        Kind kind,
        int decisionNumber,
        String contentDigest,
        boolean override,
        String by,
        Instant at,
        @Nullable String reason,
        @Nullable Integer staleSince) {

    /**
     * Whether it no longer fits an application whose current decision this is. Beside the mark, which is made when the
     * evidence changes, its content tells a rebuilt database that has not come to the same evidence.
     */
    public boolean isStaleOn(PastDecision current) {
        return staleSince != null || !contentDigest.equals(current.contentDigest());
    }

    /** What a person can say. */
    public enum Kind {
        HIRE,
        REJECT,
        HOLD
    }
}
