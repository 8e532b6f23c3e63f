package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events that are on their way. Those of one application stand in a line, for each webhook: only the first is
 * attempted, and the next one when that is delivered or given up.
 */
public interface Deliveries {
    /** An event for a webhook, as it is to be sent. */
    record NewDelivery(WebhookEvent event, byte[] payload) {}

    /**
     * A delivery that is attempted now.
     *
     * @param claim says who attempts it: another one where the attempt took too long and somebody else went on
     * @param attempt its number, 1 for the first there ever was
     * @param attemptOfRound its number since the last redelivery
     * @param traceparent the step of a trace that the event belongs to, or null
     */
    record Claimed(
            UUID id,
            Webhook webhook,
            UUID claim,
            String eventId,
            UUID applicationId,
            byte[] payload,
            int attempt,
            int attemptOfRound,
            @Nullable String traceparent) {}

    /**
     * How an attempt ended.
     *
     * @param outcome in one word
     * @param nextAttemptAt null where the status is a final one
     */
    record Ended(
            String outcome,
            Instant at,
            int durationMillis,
            Delivery.Status status,
            @Nullable Instant nextAttemptAt) {}

    /** A webhook with so many deliveries that are due. */
    record Due(UUID webhookId, int deliveries) {}

    /**
     * Which events are sent again.
     *
     * @param from of the event's time, inclusive
     * @param to of the event's time, exclusive
     * @param status only those that stand there: a final one; null for both
     */
    record Range(Instant from, Instant to, Delivery.@Nullable Status status) {}

    /** A delivery and its place: the higher, the later it is sent among those of its application. */
    record Placed(UUID id, long position) {}

    /**
     * Adds deliveries of a webhook in this order at the ends of their lines; an event that it has already is not added again.
     * Waits for those who change its lines, and keeps them away until the transaction ends: so it is to be a short one, of
     * this webhook alone.
     */
    void add(UUID webhookId, Collection<NewDelivery> deliveries, Instant now);

    /**
     * The enabled webhooks that have something due: what is about an application that the owner owes a rating of, waits.
     *
     * @param most where the counting ends
     */
    List<Due> due(Instant now, int most);

    /**
     * Takes the delivery of a webhook that has been due for the longest, if there is one and nobody has it.
     *
     * @param until when somebody else may take it, because nothing was heard of this attempt
     */
    Optional<Claimed> claim(UUID webhookId, Instant now, Instant until);

    /**
     * Enters a webhook's lane, to {@link #end} something there in the current transaction; false where somebody is changing
     * its lines, so that one would have to wait.
     *
     * @param isToBeChanged whether the webhook itself is to be changed too
     */
    boolean tryEnter(UUID webhookId, boolean isToBeChanged);

    /** Notes how an attempt ended, and lets the next in the line go; false where somebody else has taken the delivery. */
    boolean end(Claimed claimed, Ended ended);

    /** Puts a finished delivery at the end of its line. The caller has locked the webhook. */
    void sendAgain(UUID webhookId, UUID deliveryId, Instant now);

    /** The highest position that a delivery of the webhook has; 0 where it has none. */
    long lastPosition(UUID webhookId);

    /** Deliveries of a range by position that were finished when it was asked for, those that are not put in their places yet. */
    List<Placed> finished(Redelivery asked, int most);

    /**
     * Puts those of these deliveries that are finished, in this order, at the ends of their lines; how many. The caller has
     * locked the webhook.
     *
     * @param upTo the last position that is put anywhere: what was sent again meanwhile has another one
     */
    int sendAgain(UUID webhookId, List<UUID> deliveryIds, long upTo, Instant now);

    /** Makes up to so many that wait for another attempt due; how many. */
    int hasten(UUID webhookId, Instant now, int most);
}
