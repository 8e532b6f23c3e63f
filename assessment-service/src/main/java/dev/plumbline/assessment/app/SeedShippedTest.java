package dev.plumbline.assessment.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.assessment.format.TestReader;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;

/**
 * Adds and publishes the test that ships, at the first start. Whoever adds the row publishes the version, in the same
 * transaction, so of several instances that start at once exactly one does; the event's id, time and data are the same
 * on every installation.
 */
@ApplicationScoped
public class SeedShippedTest {

    private static final String SHIPPED = "/tests/medical-office-manager.json";
    private static final Instant SHIPPED_AT = Instant.parse("2026-01-01T00:00:00Z");

    /** No call stands behind the event, so it names a trace that is the same everywhere too. */
    private static final SpanContext SHIPPING = SpanContext.create(
            "706c756d626c696e6520746573747331", "7365656465643031", TraceFlags.getDefault(), TraceState.getDefault());

    private final Tests tests;
    private final TestVersions versions;
    private final ObjectMapper json;

    SeedShippedTest(Tests tests, TestVersions versions, ObjectMapper json) {
        this.tests = tests;
        this.versions = versions;
        this.json = json;
    }

    @Transactional
    void onStart(@Observes StartupEvent event) {
        seed();
    }

    /** Does nothing when the test is there, even if it has been changed since. */
    @Transactional
    public void seed() {
        TestReader.Written shipped = read();
        String id = Objects.requireNonNull(shipped.id(), "the shipped test names itself");
        if (tests.add(new TestDraft(id, 1, 1, shipped.definition(), SHIPPED_AT))) {
            try (Scope shipping = Span.wrap(SHIPPING).makeCurrent()) {
                versions.publish(new PublishedTest(id, 1, shipped.definition(), SHIPPED_AT));
            }
        }
    }

    private TestReader.Written read() {
        try (InputStream file = SeedShippedTest.class.getResourceAsStream(SHIPPED)) {
            return TestReader.read(json.readTree(Objects.requireNonNull(file, SHIPPED)));
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }
}
