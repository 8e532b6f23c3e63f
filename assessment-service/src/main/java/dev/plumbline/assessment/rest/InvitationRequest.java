package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.app.InviteCandidate;
import dev.plumbline.assessment.domain.TestReference;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Invites a candidate; {@code {}} is the plain case. */
@Schema(name = "Invitation")
public record InvitationRequest(
        @Schema(description = "stretches the working time, for accommodations; 1 by default")
        @DecimalMin(value = "1", message = "must be from 1 to 10") @DecimalMax(value = "10", message = "must be from 1 to 10") @Digits(integer = 2, fraction = 2, message = "must have at most two fraction digits") @Nullable BigDecimal timeFactor,

        @Schema(description = "instead of the test that the job pins") @Nullable NamedTest test,

        @Schema(description = "last moment to begin; 14 days from now by default") @Nullable Instant expiresAt,

        @Schema(description = "true to let the new session's scores replace earlier ones") @Nullable Boolean retake) {

    /** A published version of a test. */
    @Schema(
            name = "TestReferenceRequest",
            requiredProperties = {"id", "version"})
    public record NamedTest(
            @Size(max = 64) String id, @Min(1) int version) {}

    InviteCandidate.Invitation invitation() {
        return new InviteCandidate.Invitation(
                timeFactor == null ? BigDecimal.ONE : timeFactor,
                test == null ? null : new TestReference(test.id(), test.version()),
                expiresAt,
                Boolean.TRUE.equals(retake));
    }
}
