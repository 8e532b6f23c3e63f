package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Questions;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A section's result from another system. */
@Schema(
        name = "SectionResult",
        requiredProperties = {"earned", "possible"})
public record SectionResultRequest(
        @DecimalMin(value = "0", message = "must not be negative") @Digits(integer = 9, fraction = 4, message = "must be below 10^9 with at most four fraction digits") BigDecimal earned,

        @DecimalMin(value = "0", inclusive = false, message = "must be above 0") @Digits(integer = 9, fraction = 4, message = "must be below 10^9 with at most four fraction digits") BigDecimal possible,

        @Schema(description = "points not scored yet; 0 by default")
        @DecimalMin(value = "0", message = "must not be negative") @Digits(integer = 9, fraction = 4, message = "must be below 10^9 with at most four fraction digits") @Nullable BigDecimal pending,

        @Schema(description = "of the questions that have a right answer; required where a gate counts them") @Nullable Counts questions) {

    /** Questions that have a right answer: how many are right, there, and not marked yet (0 by default). */
    @Schema(
            name = "QuestionCounts",
            requiredProperties = {"right", "total"})
    public record Counts(
            @Min(value = 0, message = "must not be negative") @Max(value = MOST, message = MORE) int right,

            @Min(value = 1, message = "must be 1 or more") @Max(value = MOST, message = MORE) int total,

            @Min(value = 0, message = "must not be negative") @Max(value = MOST, message = MORE) @Nullable Integer pending) {
        /** Counts are below 10^9, as all numbers are (decision semantics, section 1). */
        private static final int MOST = 999_999_999;

        private static final String MORE = "must be below 10^9";

        int pendingOrNone() {
            return pending == null ? 0 : pending;
        }
    }

    Figures figures() {
        return new Figures(earned, possible, pendingOrNone());
    }

    @Nullable Questions counted() {
        return questions == null ? null : new Questions(questions.right, questions.total, questions.pendingOrNone());
    }

    BigDecimal pendingOrNone() {
        return pending == null ? BigDecimal.ZERO : pending;
    }
}
