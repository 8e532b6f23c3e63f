package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent, and what came of it. */
public interface DeliveryLog {
    /** A place in the log: the entry after which it goes on. */
    record Place(Instant eventTime, UUID id) {}

    /**
     * Entries of a webhook, the newest event first.
     *
     * @param status only those that stand there; null for all
     * @param after null from the start
     */
    List<Delivery> list(UUID webhookId, Delivery.@Nullable Status status, @Nullable Place after, int most);

    /** The entry with this id, if it is one of this webhook. */
    Optional<Delivery> find(UUID webhookId, UUID id);
}
