package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.app.WrittenAnswerTexts;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.format.TestDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A written answer as a rater sees it. It does not say whose it is until it is rated; then by an opaque id alone, under
 * which a red flag can be raised and a baseline attested at interview-service.
 *
 * @param applicationId absent before the caller has rated
 * @param text absent once erased
 * @param rated whether it has all the raters that it needs
 * @param mine the caller's own marks
 * @param others others' marks without names; absent before the caller has rated
 */
@Schema(name = "WrittenAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrittenAnswerResponse(
        UUID id,
        @Nullable UUID applicationId,
        String prompt,
        @Nullable String text,
        List<TestDocument.CriterionDocument> criteria,
        boolean rated,
        @Nullable Map<String, Integer> mine,
        @Nullable List<Map<String, Integer>> others) {

    /** A page of them. */
    @Schema(name = "WrittenAnswerPage")
    public record WrittenAnswerPage(
            List<WrittenAnswerResponse> items, @Nullable String next) {}

    static WrittenAnswerResponse of(WrittenAnswerTexts.Reading reading, String caller) {
        List<Marks> marks = reading.answer().marks();
        boolean ratedByCaller = reading.answer().isRatedBy(caller);
        return new WrittenAnswerResponse(
                reading.answer().id(),
                ratedByCaller ? reading.answer().applicationId() : null,
                reading.item().prompt(),
                reading.text(),
                reading.item().criteria().stream()
                        .map(TestDocument.CriterionDocument::of)
                        .toList(),
                marks.size() >= reading.item().raters(),
                marks.stream()
                        .filter(given -> given.rater().equals(caller))
                        .map(Marks::ratings)
                        .findFirst()
                        .orElse(null),
                ratedByCaller
                        ? marks.stream()
                                .filter(given -> !given.rater().equals(caller))
                                .map(Marks::ratings)
                                .toList()
                        : null);
    }
}
