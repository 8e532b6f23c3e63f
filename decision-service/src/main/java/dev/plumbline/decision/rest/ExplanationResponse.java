package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.explanation.Explanation;
import dev.plumbline.decision.domain.explanation.MustHave;
import dev.plumbline.decision.domain.explanation.RaterSpread;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a decision is what it is.
 *
 * @param reasons plain sentences, the deciding ones first
 * @param criteria the tree from the root down
 * @param gates in the rubric's order, with their figures
 * @param mustHaves the checklist
 * @param spreads of the questions that two or more raters rated
 * @param outOfScale ratings that lie outside the rubric's scale and count as absent
 */
@Schema(name = "Explanation")
public record ExplanationResponse(
        List<String> reasons,
        ExplainedNodeResponse criteria,
        List<ExplainedGateResponse> gates,
        List<MustHaveResponse> mustHaves,
        List<SpreadResponse> spreads,
        List<OutOfScale> outOfScale) {

    /**
     * A line of the must-have checklist.
     *
     * @param status MET, NOT_MET, OPEN or WAIVED
     * @param gates the gates that decide it; where there is none, the rubric's failBelow does
     */
    @Schema(name = "MustHave")
    public record MustHaveResponse(String node, String name, String status, List<String> gates) {
        static MustHaveResponse of(MustHave line) {
            return new MustHaveResponse(line.node(), line.name(), line.status().name(), line.gates());
        }
    }

    /**
     * How far the raters of a question are apart.
     *
     * @param discuss whether they are two or more apart, and should talk about it
     */
    @Schema(name = "Spread")
    public record SpreadResponse(
            String question,
            String node,
            int raters,
            BigDecimal lowest,
            BigDecimal highest,
            BigDecimal spread,
            boolean discuss) {
        static SpreadResponse of(RaterSpread spread) {
            return new SpreadResponse(
                    spread.question(),
                    spread.node(),
                    spread.raters(),
                    spread.lowest().toBigDecimal(),
                    spread.highest().toBigDecimal(),
                    spread.spread().toBigDecimal(),
                    spread.discuss());
        }
    }

    /** A rating that lies outside the scale. */
    @Schema(name = "OutOfScale")
    public record OutOfScale(String question, String rater) {}

    static ExplanationResponse of(Explanation explanation) {
        return new ExplanationResponse(
                explanation.reasons(),
                ExplainedNodeResponse.of(explanation.tree()),
                explanation.gates().stream().map(ExplainedGateResponse::of).toList(),
                explanation.mustHaves().stream().map(MustHaveResponse::of).toList(),
                explanation.spreads().stream().map(SpreadResponse::of).toList(),
                explanation.outOfScale().stream()
                        .map(rating -> new OutOfScale(rating.question(), rating.rater()))
                        .toList());
    }

    static Range range(Interval interval) {
        return new Range(interval.low().toDisplay(), interval.high().toDisplay());
    }
}
