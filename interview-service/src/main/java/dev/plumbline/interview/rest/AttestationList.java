package dev.plumbline.interview.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The attestations of an application that the caller may see: a handful, so always one page.
 *
 * @param next null
 */
@Schema(requiredProperties = {"items", "next"})
record AttestationList(
        List<AttestationResponse> items,
        @Schema(nullable = true) @Nullable String next) {}
