package dev.plumbline.decision.events;

import java.util.UUID;

/** {@code dev.plumbline.decision.verdict-stale.v1}: the evidence has changed since the verdict was given. */
public record VerdictStale(
        UUID applicationId, long revision, long verdictRevision, int decisionNumber, int currentNumber) {

    public static final String TYPE = "dev.plumbline.decision.verdict-stale.v1";
}
