package dev.plumbline.interview.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ruling on a red flag.
 *
 * @param reason why; stays in this service
 */
@Schema(requiredProperties = {"reason"})
record RulingRequest(@NotBlank @Size(max = 2000) String reason) {}
