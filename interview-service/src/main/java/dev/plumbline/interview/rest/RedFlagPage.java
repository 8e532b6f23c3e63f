package dev.plumbline.interview.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of red flags, for the OpenAPI document. */
@Schema(requiredProperties = {"items", "next"})
record RedFlagPage(
        List<RedFlagResponse> items,
        @Schema(nullable = true) @Nullable String next) {}
