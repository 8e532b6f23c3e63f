package dev.plumbline.interview.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of interviews, for the OpenAPI document. */
@Schema(requiredProperties = {"items", "next"})
record InterviewPage(
        List<InterviewResponse> items,
        @Schema(nullable = true) @Nullable String next) {}
