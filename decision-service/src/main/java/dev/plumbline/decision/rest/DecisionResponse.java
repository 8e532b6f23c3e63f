package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.NodeStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an application's history: the fields of section 7, and what it was made under.
 *
 * @param number 1 for the first, growing by one
 * @param published whether it was published
 * @param trigger the event that led to it
 */
@Schema(name = "Decision")
public record DecisionResponse(
        UUID applicationId,
        int number,
        Instant decidedAt,
        TriggerResponse trigger,
        int rubricVersion,
        boolean withdrawn,
        boolean published,
        String recommendation,
        @Nullable String band,
        boolean complete,
        @Nullable Range total,
        List<GateStanding> gates,
        Map<String, NodeStanding> nodes,
        String inputDigest,
        String contentDigest,
        String chainDigest) {

    /** The event that led to a decision. */
    @Schema(name = "Trigger")
    public record TriggerResponse(String eventId, String eventType) {}

    static DecisionResponse of(PastDecision decision, List<String> gateOrder) {
        OutcomeResponse outcome = OutcomeJson.read(decision.outcome(), gateOrder);
        return new DecisionResponse(
                decision.applicationId(),
                decision.number(),
                decision.decidedAt(),
                new TriggerResponse(
                        decision.trigger().eventId(), decision.trigger().eventType()),
                decision.rubricVersion(),
                decision.withdrawn(),
                decision.published(),
                outcome.recommendation(),
                outcome.band(),
                outcome.complete(),
                outcome.total(),
                outcome.gates(),
                outcome.nodes(),
                decision.inputDigest(),
                decision.contentDigest(),
                decision.chainDigest());
    }
}
