package dev.plumbline.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.explanation.ExplainedNode;
import dev.plumbline.decision.domain.explanation.LeafEvidence;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A node of the criteria tree and what it came to. Members that do not apply are absent.
 *
 * @param weight its share among its siblings in percent, as the rubric has it; absent at the root
 * @param effectiveWeight its share of the total in percent, waived nodes left out, floored to two decimals
 * @param score what its score can still become
 * @param contribution the part of the total that comes from it
 * @param evidence what a leaf's score is made of
 */
@Schema(name = "ExplainedNode")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainedNodeResponse(
        String node,
        String name,
        boolean mustHave,
        @Nullable BigDecimal weight,
        boolean waived,
        @Nullable Boolean complete,
        @Nullable String effectiveWeight,
        @Nullable Range score,
        @Nullable Range contribution,
        @Nullable LeafEvidenceResponse evidence,
        @Nullable List<ExplainedNodeResponse> children) {

    static ExplainedNodeResponse of(ExplainedNode node) {
        Figure weight = node.weight();
        ExplainedNode.Standing standing = node.standing();
        LeafEvidence evidence = node.evidence();
        return new ExplainedNodeResponse(
                node.criterion().id(),
                node.criterion().name(),
                node.criterion().mustHave(),
                weight == null ? null : weight.toBigDecimal(),
                standing == null,
                standing == null ? null : standing.complete(),
                standing == null ? null : standing.effectiveWeight().toDisplay(),
                standing == null ? null : ExplanationResponse.range(standing.score()),
                standing == null ? null : ExplanationResponse.range(standing.contribution()),
                evidence == null ? null : LeafEvidenceResponse.of(evidence),
                evidence == null
                        ? node.children().stream()
                                .map(ExplainedNodeResponse::of)
                                .toList()
                        : null);
    }
}
