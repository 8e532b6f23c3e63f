package dev.plumbline.decision.rest.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.decision.app.whatif.FindChanges;
import dev.plumbline.decision.domain.counterfactual.Change;
import dev.plumbline.decision.domain.counterfactual.Fragility;
import dev.plumbline.decision.domain.counterfactual.Sentences;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would change a decision.
 *
 * @param number the decision's
 * @param recommendation as it is
 * @param found how many changes there are
 * @param stepsSearched ALL, or SOME where the search gave up: then there may be others, and smaller ones
 * @param pairsSearched NOT_NEEDED where a single step does, ALL, or SOME where the search gave up: then there may be others
 * @param changes the smallest, smallest first, as many as the limit
 */
@Schema(name = "WhatWouldChange")
public record WhatWouldChangeResponse(
        UUID applicationId,
        int number,
        int rubricVersion,
        String recommendation,
        int found,
        WhatWouldChange.Singles stepsSearched,
        WhatWouldChange.Pairs pairsSearched,
        List<ChangeResponse> changes,
        FragilityResponse fragility) {

    static WhatWouldChangeResponse of(FindChanges.Found found, int most) {
        WhatWouldChange changes = found.changes();
        return new WhatWouldChangeResponse(
                found.applicationId(),
                found.number(),
                found.rubricVersion(),
                changes.recommendation().name(),
                changes.found(),
                changes.singles(),
                changes.pairs(),
                changes.changes().stream().limit(most).map(ChangeResponse::of).toList(),
                FragilityResponse.of(changes.fragility(), most));
    }

    /**
     * A change that alters the recommendation.
     *
     * @param recommendation what it would be then
     * @param size the room that its steps take of all there is, from 0 to 1 for each, floored to four decimals
     * @param sentence the same in plain words
     */
    @Schema(name = "EvidenceChange")
    public record ChangeResponse(String recommendation, BigDecimal size, String sentence, List<StepResponse> steps) {
        static ChangeResponse of(Change change) {
            BigDecimal size = new BigDecimal(change.size().numerator())
                    .divide(new BigDecimal(change.size().denominator()), 4, RoundingMode.FLOOR);
            return new ChangeResponse(
                    change.recommendation().name(),
                    size,
                    Sentences.of(change),
                    change.steps().stream().map(StepResponse::of).toList());
        }
    }

    /**
     * How easily the recommendation flips.
     *
     * @param fragile whether anything tried alters it
     * @param flips how many of the trials do
     * @param toPending how many of these leave the application open, rather than settle it otherwise
     * @param of how many trials there are: each rating one step up and one down within the scale, each rater left out
     * @param complete whether all of them were made; else of is how many were, and there may be more flips
     * @param items those that alter it, as many as the limit
     */
    @Schema(name = "Fragility")
    public record FragilityResponse(
            boolean fragile, int flips, long toPending, int of, boolean complete, List<FlipResponse> items) {
        static FragilityResponse of(Fragility fragility, int most) {
            return new FragilityResponse(
                    fragility.isFragile(),
                    fragility.items().size(),
                    fragility.toPending(),
                    fragility.of(),
                    fragility.isComplete(),
                    fragility.items().stream().limit(most).map(FlipResponse::of).toList());
        }
    }

    /**
     * A trial that alters the recommendation. Members that do not apply are absent.
     *
     * @param type RATING_MOVED or RATER_LEFT_OUT
     * @param recommendation what it would be then
     */
    @Schema(name = "Flip")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FlipResponse(
            String type,
            String rater,
            @Nullable String question,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            String recommendation,
            String sentence) {
        static FlipResponse of(Fragility.Flip flip) {
            return switch (flip) {
                case Fragility.Moved moved ->
                    new FlipResponse(
                            "RATING_MOVED",
                            moved.step().rater(),
                            moved.step().question(),
                            moved.step().from().toBigDecimal(),
                            moved.step().to().toBigDecimal(),
                            moved.recommendation().name(),
                            Sentences.of(flip));
                case Fragility.LeftOut left ->
                    new FlipResponse(
                            "RATER_LEFT_OUT",
                            left.rater(),
                            null,
                            null,
                            null,
                            left.recommendation().name(),
                            Sentences.of(flip));
            };
        }
    }
}
