package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.RedFlagCategory;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A red flag to be raised.
 *
 * @param category what it is about
 * @param note what was said or done; stays in this service
 */
@Schema(requiredProperties = {"category"})
record RedFlagRequest(
        RedFlagCategory category,
        @Nullable @Size(max = 4000) String note) {}
