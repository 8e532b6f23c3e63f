package dev.plumbline.decision.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code POST /v1/evaluations} takes, for the OpenAPI document; it is read by the decision core, which names every
 * fault.
 */
@Schema(name = "Evaluation")
public record EvaluationRequest(
        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description = "The rubric: ratingScale, criteria, gates and bands (decision semantics, section 2).")
        Object rubric,

        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description =
                        "The evidence: sections, panel, ratings, redFlags, attestations, screening and waivers, each"
                                + " of them a list that may be absent (decision semantics, section 3).")
        Object evidence) {}
