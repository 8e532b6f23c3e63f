package dev.plumbline.decision.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dev.plumbline.decision.changed.v1}: the decision is another than the last published one. */
public record DecisionChanged(
        UUID applicationId,
        String externalId,
        String jobId,
        int number,
        String recommendation,
        @Nullable String previousRecommendation,
        @Nullable String band,
        boolean complete,
        boolean withdrawn,
        @Nullable Total total,
        List<Gate> gates,
        int rubricVersion,
        Trigger trigger,
        String contentDigest,
        String chainDigest,
        @Nullable String lastPublishedChainDigest,
        Instant decidedAt) {

    public static final String TYPE = "dev.plumbline.decision.changed.v1";

    /** What the total can still become, floored to two decimals. */
    public record Total(String low, String high) {}

    /** Where a gate stands. */
    public record Gate(String gate, String state) {}

    /** The event that led to the decision. */
    public record Trigger(String eventId, String eventType) {}
}
