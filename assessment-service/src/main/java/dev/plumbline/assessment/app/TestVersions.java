package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.events.TestPublished;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /**
     * A UUID of version 7 (RFC 9562) whose free bits are taken from the version's name: the same for the same version
     * wherever it is published, so that the shipped test is one event everywhere.
     */
    private static UUID eventId(PublishedTest version) {
        String name = TestPublished.TYPE + "/" + version.id() + "/" + version.version();
        ByteBuffer digest = ByteBuffer.wrap(sha256(name));
        long millis = version.publishedAt().toEpochMilli();
        return new UUID(
                millis << 16 | 0x7000L | digest.getLong() & 0x0FFFL,
                0x8000_0000_0000_0000L | digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
