package dev.plumbline.decision.app;

/**
 * The event that led to a decision.
 *
 * @param eventId the CloudEvent's {@code id}
 * @param eventType the CloudEvent's {@code type}
 */
public record Trigger(String eventId, String eventType) {}
