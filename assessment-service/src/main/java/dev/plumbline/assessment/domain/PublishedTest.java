package dev.plumbline.assessment.domain;

import java.time.Instant;

/** One version of a test; it never changes. */
public record PublishedTest(String id, int version, TestDefinition definition, Instant publishedAt) {

    public TestReference reference() {
        return new TestReference(id, version);
    }
}
