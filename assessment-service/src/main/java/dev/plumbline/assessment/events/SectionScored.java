package dev.plumbline.assessment.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.SectionResult;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section of an application has a new result. Figures may be scaled by a common factor; only their ratios mean
 * anything.
 *
 * @param revision strictly increasing per application and section
 * @param retracted present and true when the result was taken back; the figures are then the last ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionScored(
        UUID applicationId,
        String section,
        long revision,
        BigDecimal earned,
        BigDecimal possible,
        BigDecimal pending,
        @Nullable Counts questions,
        @Nullable Boolean retracted) {

    public static final String TOPIC = "plumbline.assessments.v1";
    public static final String TYPE = "dev.plumbline.assessment.section-scored.v1";

    /** Of the questions that have a right answer. */
    public record Counts(int right, int total, int pending) {}

    public static SectionScored of(SectionResult result) {
        Questions questions = result.questions();
        return new SectionScored(
                result.applicationId(),
                result.section(),
                result.revision(),
                result.figures().earned(),
                result.figures().possible(),
                result.figures().pending(),
                questions == null ? null : new Counts(questions.right(), questions.total(), questions.pending()),
                result.retracted() ? Boolean.TRUE : null);
    }
}
