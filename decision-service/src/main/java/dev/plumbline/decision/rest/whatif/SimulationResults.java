package dev.plumbline.decision.rest.whatif;

import dev.plumbline.decision.app.whatif.SimulationResult;
import dev.plumbline.decision.domain.simulation.KendallTau;
import dev.plumbline.decision.rest.whatif.SimulationLine.CriteriaThatNeverMatter;
import dev.plumbline.decision.rest.whatif.SimulationLine.GateNumbers;
import dev.plumbline.decision.rest.whatif.SimulationLine.GateShift;
import dev.plumbline.decision.rest.whatif.SimulationLine.MoveCount;
import dev.plumbline.decision.rest.whatif.SimulationLine.MovedApplication;
import dev.plumbline.decision.rest.whatif.SimulationLine.Ranking;
import dev.plumbline.decision.rest.whatif.SimulationLine.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Tells the result of a simulation. */
final class SimulationResults {
    /** Decimals of tau, cut off. */
    private static final int TAU_DIGITS = 6;

    private SimulationResults() {}

    /** @param withApplications whether the applications that move are named */
    static Result of(SimulationResult result, boolean withApplications) {
        return new Result(
                "result",
                result.jobId(),
                result.applications(),
                result.undecided(),
                result.withheld(),
                result.withdrawn(),
                result.outOfScale(),
                moves(result),
                result.moves().entrySet().stream()
                        .filter(move -> move.getKey().from() != move.getKey().to())
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                withApplications
                        ? result.moved().stream()
                                .map(moved -> new MovedApplication(
                                        moved.applicationId(),
                                        moved.from().name(),
                                        moved.to().name()))
                                .toList()
                        : null,
                gates(result),
                new CriteriaThatNeverMatter(
                        result.criteria().applications(),
                        result.criteria().isComplete(),
                        result.criteria().neverAlter(),
                        result.criteria().neverMove()),
                ranking(result));
    }

    private static List<MoveCount> moves(SimulationResult result) {
        List<MoveCount> moves = new ArrayList<>();
        result.moves()
                .forEach((move, count) ->
                        moves.add(new MoveCount(move.from().name(), move.to().name(), count)));
        moves.sort(Comparator.comparing(MoveCount::from).thenComparing(MoveCount::to));
        return moves;
    }

    private static List<GateShift> gates(SimulationResult result) {
        Set<String> gates = new LinkedHashSet<>(result.gatesThen().keySet());
        gates.addAll(result.gatesNow().keySet());
        return gates.stream()
                .map(gate -> new GateShift(
                        gate,
                        GateNumbers.of(result.gatesNow().get(gate)),
                        GateNumbers.of(result.gatesThen().get(gate))))
                .toList();
    }

    private static Ranking ranking(SimulationResult result) {
        KendallTau tau = result.ranking();
        OptionalDouble tauB = tau.tauB();
        return new Ranking(
                result.applications() - result.withdrawn(),
                tauB.isEmpty() ? null : BigDecimal.valueOf(tauB.getAsDouble()).setScale(TAU_DIGITS, RoundingMode.DOWN),
                tau.pairs(),
                tau.concordant(),
                tau.discordant(),
                tau.tiedInFirst(),
                tau.tiedInSecond(),
                tau.tiedInBoth());
    }
}
