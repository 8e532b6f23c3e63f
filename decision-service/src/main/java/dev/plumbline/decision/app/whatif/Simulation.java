package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.app.Standing;
import dev.plumbline.decision.app.whatif.SimulationResult.Criteria;
import dev.plumbline.decision.app.whatif.SimulationResult.Move;
import dev.plumbline.decision.app.whatif.SimulationResult.Moved;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.simulation.GateCounts;
import dev.plumbline.decision.domain.simulation.IdleCriteria;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides applications under a draft, one after the other, and keeps no more of each than its two ranks. */
final class Simulation {
    /** So much work is put into criteria that never matter, in nodes looked at: some twenty seconds. */
    private static final long MOST_WORK = 100_000_000;

    private final UUID job;
    private final CompiledRubric draft;
    private final String reader;
    private final int mostMoved;
    private final Map<Move, Integer> moves = new LinkedHashMap<>();
    private final List<Moved> moved = new ArrayList<>();
    private final GateCounts gatesNow = new GateCounts();
    private final GateCounts gatesThen = new GateCounts();
    private final IdleCriteria idle;
    private final Ranks ranks = new Ranks();
    private int applications;
    private int undecided;
    private int withheld;
    private int withdrawn;
    private int outOfScale;

    /**
     * @param reader who will see the result
     * @param mostMoved how many of those that move are kept by name
     */
    Simulation(UUID job, CompiledRubric draft, String reader, int mostMoved) {
        this.job = job;
        this.draft = draft;
        this.reader = reader;
        this.mostMoved = mostMoved;
        this.idle = new IdleCriteria(draft, MOST_WORK);
    }

    /** An application that has no decision yet. */
    void leaveOut() {
        undecided++;
    }

    /** Whether the reader owes the application a rating, and so may not see yet what others gave (ADR 0071). */
    boolean isWithheld(Application application) {
        return application.facts().owing().contains(reader);
    }

    /** An application that the reader may not see yet. */
    void withhold() {
        withheld++;
    }

    /**
     * Decides one application under its own rubric version and under the draft.
     *
     * @param facts those that its current decision was made of
     */
    Moved add(Application application, Standing standing, Facts facts, CompiledRubric own) {
        Decision now = own.decide(facts.evidence(own.rubric().ratingScale()).evidence());
        DerivedEvidence evidence = facts.evidence(draft.rubric().ratingScale());
        Decision then = draft.decide(evidence.evidence());
        applications++;
        outOfScale += evidence.outOfScale().size();
        gatesNow.add(now);
        gatesThen.add(then);
        idle.add(evidence.evidence(), then);
        if (facts.lifecycle().filter(Lifecycle::isWithdrawn).isPresent()) {
            withdrawn++;
        } else {
            ranks.add(standing.rank(), RankKey.of(then.total()));
        }
        Moved move = new Moved(application.id(), standing.recommendation(), then.recommendation());
        moves.merge(new Move(move.from(), move.to()), 1, Integer::sum);
        if (move.from() != move.to() && moved.size() < mostMoved) {
            moved.add(move);
        }
        return move;
    }

    SimulationResult result() {
        return new SimulationResult(
                job,
                applications,
                undecided,
                withheld,
                withdrawn,
                Map.copyOf(moves),
                List.copyOf(moved),
                gatesNow.all(),
                gatesThen.all(),
                new Criteria(idle.applications(), idle.isComplete(), idle.neverAlter(), idle.neverMove()),
                ranks.compare(),
                outOfScale);
    }
}
