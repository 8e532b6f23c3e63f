package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.simulation.KendallTau;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a draft rubric would have made of a job's applications.
 *
 * @param applications how many were decided under the draft
 * @param undecided those left out, because they have no decision yet
 * @param withheld those left out, because the reader owes them a rating
 * @param withdrawn those among the decided ones that are withdrawn, and so not ranked
 * @param moves how many applications go from one recommendation to another, or stay
 * @param moved the first ones that go to another, by id
 * @param gatesNow where the gates of the applications' own rubric versions stand, by gate
 * @param gatesThen where the draft's gates would
 * @param outOfScale ratings outside the draft's scale, which count as absent
 */
public record SimulationResult(
        UUID jobId,
        int applications,
        int undecided,
        int withheld,
        int withdrawn,
        Map<Move, Integer> moves,
        List<Moved> moved,
        Map<String, Map<GateState, Integer>> gatesNow,
        Map<String, Map<GateState, Integer>> gatesThen,
        Criteria criteria,
        KendallTau ranking,
        int outOfScale) {

    /** From one recommendation to another, or the same. */
    public record Move(Recommendation from, Recommendation to) {}

    /** An application that another recommendation would be given on. */
    public record Moved(UUID applicationId, Recommendation from, Recommendation to) {}

    /**
     * The criteria that never matter.
     *
     * @param applications how many applications it was looked at for
     * @param isComplete whether that is all of them
     * @param neverAlter the leaves without which no recommendation would be another
     * @param neverMove those among them without which no total would be another either
     */
    public record Criteria(int applications, boolean isComplete, List<String> neverAlter, List<String> neverMove) {}
}
