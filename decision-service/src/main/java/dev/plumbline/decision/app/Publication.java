package dev.plumbline.decision.app;

import java.util.UUID;

/**
 * How a decision was published: what its event has besides what the history says.
 *
 * @param eventId the CloudEvent's {@code id}
 * @param traceparent of the trace that the event belongs to
 * @param place the event's id in the outbox: higher than those of all events of its application before it
 */
public record Publication(UUID eventId, String traceparent, long place) {}
