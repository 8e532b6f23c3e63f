package dev.plumbline.assessment.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More time for an open session. */
@Schema(name = "Extension", requiredProperties = "minutes")
public record ExtensionRequest(
        @Min(value = 1, message = "must be from 1 to 43200") @Max(value = 43_200, message = "must be from 1 to 43200") int minutes) {}
