package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes deliveries away, some in each transaction. */
public interface DeliveryRemoval {
    /** Whether it is this transaction's turn: one at a time, on all instances. */
    boolean tryTurn();

    /** The next webhook by id; empty at the end. */
    Optional<UUID> webhookAfter(@Nullable UUID last);

    /** Takes up to so many of a webhook's deliveries away whose events were before this time; how many there were. */
    int forgetBefore(UUID webhookId, Instant time, Instant now, int most);

    /** Takes up to so many deliveries of a removed webhook away, the webhook after the last one; false where there is none. */
    boolean removeSome(int most);
}
