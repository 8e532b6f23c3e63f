package dev.plumbline.decision.events;

import java.time.Instant;
import java.util.UUID;

/** {@code dev.plumbline.decision.verdict-recorded.v1}: a person's verdict, without its reason. */
public record VerdictRecorded(
        UUID applicationId,
        long revision,
        String verdict,
        int decisionNumber,
        String contentDigest,
        boolean override,
        String by,
        Instant at) {

    public static final String TYPE = "dev.plumbline.decision.verdict-recorded.v1";
}
