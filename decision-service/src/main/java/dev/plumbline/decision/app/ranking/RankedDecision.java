package dev.plumbline.decision.app.ranking;

import java.time.Instant;
import java.util.UUID;

/**
 * An application's current decision in a ranking.
 *
 * @param outcome what it shows, as canonical JSON in UTF-8
 */
public record RankedDecision(
        UUID applicationId, String externalId, int number, Instant decidedAt, int rubricVersion, byte[] outcome) {}
