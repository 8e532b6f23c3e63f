package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.kit.rest.ETags;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A test in a list.
 *
 * @param latestVersion newest published version, 0 when none is
 * @param etag of the draft, for If-Match
 */
@Schema(name = "TestSummary")
public record TestSummary(String id, String title, int latestVersion, String etag, Instant changedAt) {

    /** A page of them. */
    @Schema(name = "TestPage")
    public record TestPage(
            List<TestSummary> items, @Nullable String next) {}

    static TestSummary of(TestDraft draft) {
        return new TestSummary(
                draft.id(),
                draft.definition().title(),
                draft.latestVersion(),
                ETags.of(draft.revision()),
                draft.changedAt());
    }
}
