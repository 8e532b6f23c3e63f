package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks there are. */
public interface Webhooks {
    /** Adds a new one. */
    void add(Webhook webhook);

    /** How many an owner has; nobody adds another of theirs until the transaction ends. */
    int countOf(String owner);

    /** The webhook with this id. */
    Optional<Webhook> find(UUID id);

    /** As {@link #find}; nobody else changes it, and nothing is added to its deliveries, until the transaction ends. */
    Optional<Webhook> lock(UUID id);

    /**
     * Webhooks in the order of their ids.
     *
     * @param owner whose; null for everybody's
     * @param after the id that the list goes on behind; null from its start
     */
    List<Webhook> list(@Nullable String owner, @Nullable UUID after, int most);

    /** Stores a changed one. */
    void update(Webhook webhook);

    /** Takes one away: from now on there is none, and nothing is sent to it. Its deliveries are taken away afterwards. */
    void remove(UUID id, Instant now);
}
