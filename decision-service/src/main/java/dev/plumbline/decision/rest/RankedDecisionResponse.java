package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ListDecisions.Listed;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job's application and its current decision, in a ranking. */
@Schema(name = "RankedDecision")
public record RankedDecisionResponse(
        UUID applicationId,
        String externalId,
        int number,
        Instant decidedAt,
        int rubricVersion,
        String recommendation,
        @Nullable String band,
        boolean complete,
        @Nullable Range total,
        List<GateStanding> gates) {

    static RankedDecisionResponse of(Listed listed) {
        OutcomeResponse outcome = OutcomeJson.read(listed.decision().outcome(), listed.gateOrder());
        return new RankedDecisionResponse(
                listed.decision().applicationId(),
                listed.externalId(),
                listed.decision().number(),
                listed.decision().decidedAt(),
                listed.decision().rubricVersion(),
                outcome.recommendation(),
                outcome.band(),
                outcome.complete(),
                outcome.total(),
                outcome.gates());
    }
}
