package dev.plumbline.decision.rest.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.app.ranking.RankedDecision;
import dev.plumbline.decision.rest.OutcomeJson;
import dev.plumbline.decision.rest.OutcomeResponse;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job's application and its current decision, in a ranking.
 *
 * @param rank its place among all of the job's, from 1, equal totals sharing theirs; in exports only
 */
@Schema(name = "RankedDecision")
public record RankedDecisionResponse(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rank,
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

    static RankedDecisionResponse of(@Nullable Long rank, RankedDecision decision, JobGates gates) {
        OutcomeResponse outcome = OutcomeJson.read(decision.outcome(), gates.of(decision.rubricVersion()));
        return new RankedDecisionResponse(
                rank,
                decision.applicationId(),
                decision.externalId(),
                decision.number(),
                decision.decidedAt(),
                decision.rubricVersion(),
                outcome.recommendation(),
                outcome.band(),
                outcome.complete(),
                outcome.total(),
                outcome.gates());
    }
}
