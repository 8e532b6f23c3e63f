package dev.plumbline.decision.app;

import org.jspecify.annotations.Nullable;

/**
 * The event that led to a decision.
 *
 * @param eventId the CloudEvent's {@code id}
 * @param eventType the CloudEvent's {@code type}
 * @param traceparent the step of a trace that it belongs to, of which what it leads to is part; null where that is the
 *     current one, or not known any more
 */
public record Trigger(
        String eventId, String eventType, @Nullable String traceparent) {
    /** An event of the current step. */
    public Trigger(String eventId, String eventType) {
        this(eventId, eventType, null);
    }
}
