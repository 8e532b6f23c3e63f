package dev.plumbline.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the relay writes a lost topic again from. */
@ApplicationScoped
class LostTopics {
    private final OutboxSettings settings;
    private final Instance<DerivedEvents> derived;
    private final Outbox outbox;

    LostTopics(OutboxSettings settings, Instance<DerivedEvents> derived, Outbox outbox) {
        this.settings = settings;
        this.derived = derived;
        this.outbox = outbox;
    }

    /** @param connection the one that holds the relay's lock */
    PublishedEvents over(Connection connection) {
        Map<String, DerivedEvents> byTopic =
                derived.stream().collect(Collectors.toMap(DerivedEvents::topic, events -> events));
        return new PublishedEvents(
                connection,
                settings.republishAfter(),
                settings.batchBytes(),
                new MergedEvents(connection, byTopic, outbox::row));
    }
}
