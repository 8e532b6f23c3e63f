package dev.plumbline.assessment.domain;

import java.time.Instant;

/**
 * A test as it is being written.
 *
 * @param revision grows by one at each change; the ETag
 * @param latestVersion newest published version, 0 when none is
 */
public record TestDraft(String id, long revision, int latestVersion, TestDefinition definition, Instant changedAt) {

    public TestDraft revised(TestDefinition newer, Instant now) {
        return new TestDraft(id, revision + 1, latestVersion, newer, now);
    }

    public TestDraft published() {
        return new TestDraft(id, revision, latestVersion + 1, definition, changedAt);
    }
}
