package dev.plumbline.interview.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a baseline.
 *
 * @param met whether it is met
 * @param note why; stays in this service
 */
@Schema(requiredProperties = {"met"})
record AttestationRequest(
        boolean met, @Nullable @Size(max = 4000) String note) {}
