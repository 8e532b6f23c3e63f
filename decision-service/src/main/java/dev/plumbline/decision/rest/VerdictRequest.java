package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.Verdict;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A verdict to record.
 *
 * @param reason needed, with 20 characters or more, where the verdict goes against the recommendation
 * @param decisionNumber of the decision that the person has before them
 */
@Schema(name = "VerdictRequest")
public record VerdictRequest(
        Verdict.Kind verdict,
        @Nullable @Size(max = 4000) String reason,
        @Min(1) int decisionNumber) {}
