package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.Attestation;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's word on a baseline. */
@Schema(requiredProperties = {"applicationId", "gate", "rater", "met", "note"})
record AttestationResponse(
        UUID applicationId,
        String gate,
        String rater,
        boolean met,
        @Schema(nullable = true) @Nullable String note) {
    static AttestationResponse of(UUID applicationId, Attestation attestation) {
        return new AttestationResponse(
                applicationId, attestation.gate(), attestation.rater(), attestation.met(), attestation.note());
    }
}
