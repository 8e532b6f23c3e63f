package dev.plumbline.decision.rest.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.decision.app.whatif.SimulationResult;
import dev.plumbline.decision.domain.GateState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a simulation's answer, by its type. */
@Schema(
        name = "SimulationLine",
        oneOf = {
            SimulationLine.Progress.class,
            SimulationLine.MovedLine.class,
            SimulationLine.Result.class,
            SimulationLine.Failure.class
        })
public sealed interface SimulationLine {
    /** progress: so many applications of so many are done. */
    @Schema(name = "SimulationProgress")
    record Progress(String type, long done, long of) implements SimulationLine {
        Progress(long done, long of) {
            this("progress", done, of);
        }
    }

    /** moved: an application would be given another recommendation. */
    @Schema(name = "SimulationMoved")
    record MovedLine(String type, UUID applicationId, String from, String to) implements SimulationLine {
        static MovedLine of(SimulationResult.Moved moved) {
            return new MovedLine(
                    "moved",
                    moved.applicationId(),
                    moved.from().name(),
                    moved.to().name());
        }
    }

    /** error: the simulation broke off; there is no result. */
    @Schema(name = "SimulationFailure")
    record Failure(String type, String detail) implements SimulationLine {}

    /**
     * result: what the draft would make of the job's applications.
     *
     * @param applications how many were decided under the draft
     * @param undecided those left out, because they have no decision yet
     * @param withheld those left out, because the caller owes them a rating
     * @param withdrawn those among the decided ones that are withdrawn: they are not ranked
     * @param outOfScale ratings outside the draft's scale: they count as absent
     * @param moves how many applications go from which recommendation to which, or stay
     * @param moved how many go to another one
     * @param movedApplications the first of them by id, as many as the limit; absent for those who may see no decision
     */
    @Schema(name = "SimulationResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String type,
            UUID jobId,
            int applications,
            int undecided,
            int withheld,
            int withdrawn,
            int outOfScale,
            List<MoveCount> moves,
            int moved,
            @Nullable List<MovedApplication> movedApplications,
            List<GateShift> gates,
            CriteriaThatNeverMatter criteria,
            Ranking ranking)
            implements SimulationLine {}

    /** How many applications go from one recommendation to another, or stay. */
    @Schema(name = "MoveCount")
    record MoveCount(String from, String to, int applications) {}

    /** An application that goes to another recommendation. */
    @Schema(name = "MovedApplication")
    record MovedApplication(UUID applicationId, String from, String to) {}

    /**
     * Where a gate stands, by number of applications.
     *
     * @param now under the applications' own rubric versions; null where none has a gate of this id
     * @param draft under the draft; null where it has no such gate
     */
    @Schema(name = "GateShift")
    record GateShift(
            String gate,
            @Nullable GateNumbers now,
            @Nullable GateNumbers draft) {}

    /** Numbers of applications. */
    @Schema(name = "GateNumbers")
    record GateNumbers(int passed, int failed, int pending, int waived) {
        static @Nullable GateNumbers of(@Nullable Map<GateState, Integer> counts) {
            return counts == null
                    ? null
                    : new GateNumbers(
                            counts.getOrDefault(GateState.PASSED, 0),
                            counts.getOrDefault(GateState.FAILED, 0),
                            counts.getOrDefault(GateState.PENDING, 0),
                            counts.getOrDefault(GateState.WAIVED, 0));
        }
    }

    /**
     * The criteria of the draft that never matter.
     *
     * @param applications how many applications it was looked at for
     * @param complete whether that is all of them
     * @param neverAlter leaves that, waived for everybody, would alter no recommendation
     * @param neverMove those among them that would alter no total, and so no rank, either
     */
    @Schema(name = "CriteriaThatNeverMatter")
    record CriteriaThatNeverMatter(
            int applications, boolean complete, List<String> neverAlter, List<String> neverMove) {}

    /**
     * How the ranking shifts.
     *
     * @param applications how many are ranked
     * @param tauB Kendall's tau-b of the ranking now and under the draft, cut off after six decimals; null where either
     *     tells nothing apart
     * @param pairs all pairs of applications
     * @param concordant pairs that stay the same way round
     * @param discordant pairs that are turned round
     * @param tiedNow pairs with equal totals now
     * @param tiedThen pairs with equal totals under the draft
     * @param tiedInBoth pairs with equal totals in both, which are among both
     */
    @Schema(name = "RankingShift")
    record Ranking(
            int applications,
            @Nullable BigDecimal tauB,
            long pairs,
            long concordant,
            long discordant,
            long tiedNow,
            long tiedThen,
            long tiedInBoth) {}
}
