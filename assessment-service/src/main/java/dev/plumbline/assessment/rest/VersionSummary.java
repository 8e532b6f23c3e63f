package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.domain.PublishedTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published version in a list. */
@Schema(name = "TestVersionSummary")
public record VersionSummary(int version, Instant publishedAt, String title, List<SectionSummary> sections) {

    /**
     * A section's worth.
     *
     * @param questions how many items have a right answer
     */
    @Schema(name = "TestVersionSection")
    public record SectionSummary(String section, BigDecimal possible, int questions) {}

    /** A page of them. */
    @Schema(name = "TestVersionPage")
    public record VersionPage(
            List<VersionSummary> items, @Nullable String next) {}

    static VersionSummary of(PublishedTest test) {
        return new VersionSummary(
                test.version(),
                test.publishedAt(),
                test.definition().title(),
                test.definition().sections().stream()
                        .map(section -> new SectionSummary(section.id(), section.possible(), section.questions()))
                        .toList());
    }
}
