package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person's verdict.
 *
 * @param verdict HIRE, REJECT or HOLD
 * @param decisionNumber of the decision it was given on
 * @param override whether it goes against the recommendation
 * @param by the person's id
 * @param reason null where none was given, or the person's data was erased
 * @param stale whether the evidence has changed since
 */
@Schema(name = "Verdict")
public record VerdictResponse(
        UUID applicationId,
        String verdict,
        int decisionNumber,
        boolean override,
        String by,
        Instant at,
        @Nullable String reason,
        boolean stale) {

    static VerdictResponse of(Verdict verdict, boolean stale) {
        return new VerdictResponse(
                verdict.applicationId(),
                verdict.kind().name(),
                verdict.decisionNumber(),
                verdict.override(),
                verdict.by(),
                verdict.at(),
                verdict.reason(),
                stale);
    }
}
