package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ranges that are sent again, kept so that a restart goes on where it stopped. */
public interface Redeliveries {
    /** Those of a webhook that are under way; nobody else gets to know them until the transaction ends. */
    List<Redelivery> lockOpen(UUID webhookId);

    /** Notes one in the current transaction; where the same range is under way already, that one is given back. */
    Redelivery request(UUID webhookId, Range range, long upTo, Instant now);

    /** One of a webhook. */
    Optional<Redelivery> find(UUID webhookId, UUID id);

    /**
     * The next one by id that is under way and that nobody works on; nobody else gets it until the transaction ends.
     *
     * @param last the one behind which the search begins; null for the first
     */
    Optional<Redelivery> lockNext(@Nullable UUID last);

    /** Notes how far one has come. */
    void advance(UUID id, long doneTo, int more);

    /** Notes that one is done, with so many more. */
    void finish(UUID id, int more, Instant now);
}
