package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.WaiverReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A waiver to grant.
 *
 * @param node the id of a node of the application's rubric
 * @param reason a code; never free text
 */
@Schema(name = "WaiverRequest")
public record WaiverRequest(@NotBlank @Size(max = 200) String node, WaiverReason reason) {}
