package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.events.TestPublished;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Keeps a new version of a test and tells of it, in the current transaction. */
@ApplicationScoped
class TestVersions {

    private final Tests tests;
    private final Outbox outbox;

    TestVersions(Tests tests, Outbox outbox) {
        this.tests = tests;
        this.outbox = outbox;
    }

    void publish(PublishedTest version) {
        tests.addVersion(version);
        outbox.append(new OutboxEvent(
                TestPublished.TOPIC,
                version.id(),
                TestPublished.TYPE,
                TestPublished.of(version),
                eventId(version),
                version.publishedAt()));
    }

    /** The same for the same version wherever it is published, so that the shipped test is one event everywhere. */
    private static UUID eventId(PublishedTest version) {
        String name = TestPublished.TYPE + "/" + version.id() + "/" + version.version();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
