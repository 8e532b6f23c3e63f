package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.Attestation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's word on a baseline. */
record AttestationResponse(
        UUID applicationId,
        String gate,
        String rater,
        boolean met,
        @Nullable String note) {
    static AttestationResponse of(UUID applicationId, Attestation attestation) {
        return new AttestationResponse(
                applicationId, attestation.gate(), attestation.rater(), attestation.met(), attestation.note());
    }
}
