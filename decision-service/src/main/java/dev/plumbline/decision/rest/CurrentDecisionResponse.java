package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ReadDecision.Current;
import dev.plumbline.decision.app.Verdict;
import dev.plumbline.decision.rest.DecisionResponse.TriggerResponse;
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
 * An application's current decision: the fields of section 7, what it was made under, why it is what it is, and the
 * latest verdict beside it.
 */
@Schema(name = "CurrentDecision")
public record CurrentDecisionResponse(
        UUID applicationId,
        String externalId,
        UUID jobId,
        int number,
        Instant decidedAt,
        TriggerResponse trigger,
        int rubricVersion,
        boolean withdrawn,
        String recommendation,
        @Nullable String band,
        boolean complete,
        @Nullable Range total,
        List<GateStanding> gates,
        Map<String, NodeStanding> nodes,
        String inputDigest,
        String contentDigest,
        String chainDigest,
        @Nullable VerdictResponse verdict,
        ExplanationResponse explanation) {

    static CurrentDecisionResponse of(Current current) {
        DecisionResponse decision = DecisionResponse.of(current.decision(), current.gateOrder());
        Verdict verdict = current.verdict();
        return new CurrentDecisionResponse(
                decision.applicationId(),
                current.lifecycle().externalId(),
                UUID.fromString(current.lifecycle().jobId()),
                decision.number(),
                decision.decidedAt(),
                decision.trigger(),
                decision.rubricVersion(),
                decision.withdrawn(),
                decision.recommendation(),
                decision.band(),
                decision.complete(),
                decision.total(),
                decision.gates(),
                decision.nodes(),
                decision.inputDigest(),
                decision.contentDigest(),
                decision.chainDigest(),
                verdict == null ? null : VerdictResponse.of(verdict, current.verdictIsStale()),
                ExplanationResponse.of(current.explanation()));
    }
}
