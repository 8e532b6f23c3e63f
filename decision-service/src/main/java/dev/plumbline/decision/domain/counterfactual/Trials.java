package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Recommendation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Decides evidence that is other than it is, and finds where along a lever the recommendation changes. */
final class Trials {
    /** Levers of gates with so few values are tried value by value: a tie that the panel has to settle shows in no look. */
    private static final int FEW = 8;

    private final CompiledRubric rubric;
    private final Decision base;
    private final Watch watch;
    private final BitSet baseLook;
    private long work;

    Trials(CompiledRubric rubric, Decision base) {
        this.rubric = rubric;
        this.base = base;
        this.watch = new Watch(rubric.rubric(), base);
        this.baseLook = watch.look(base);
    }

    /** What a decision came to, as far as it matters here. */
    record Outcome(Decision decision, BitSet look) {
        Recommendation recommendation() {
            return decision.recommendation();
        }
    }

    /** A value of a lever, by its index, and the recommendation that it leads to. */
    record Hit(long index, Recommendation recommendation) {}

    /** Neighbouring values of a lever with one outcome. */
    record Run(long low, long high, Recommendation recommendation) {}

    /** The rubric's gates, as decisions have them. */
    List<Gate> gates() {
        return rubric.rubric().gates();
    }

    Watch watch() {
        return watch;
    }

    Decision base() {
        return base;
    }

    /** Whether any comparison, any gate or the completeness is another than in fact. */
    boolean isOther(Outcome outcome) {
        return !outcome.look().equals(baseLook);
    }

    /** The work done so far, in nodes looked at: by the tree, by its gates, and by who compares decisions. */
    long work() {
        return work;
    }

    /** Counts work that is not done here, as so many nodes looked at. */
    void addWork(long nodes) {
        work += nodes;
    }

    Outcome decide(Evidence evidence) {
        work += rubric.work() + watch.work();
        Decision decision = rubric.decide(evidence);
        return new Outcome(decision, watch.look(decision));
    }

    /** Of each direction and each other recommendation the smallest step of the lever that leads to it. */
    List<Hit> hits(Lever lever, Evidence evidence) {
        List<Hit> hits = new ArrayList<>();
        for (Run run : runs(lever, evidence)) {
            if (run.recommendation() != base.recommendation()) {
                keepSmallest(hits, new Hit(lever.nearest(run.low(), run.high()), run.recommendation()), lever);
            }
        }
        return hits;
    }

    private static void keepSmallest(List<Hit> hits, Hit hit, Lever lever) {
        for (int i = 0; i < hits.size(); i++) {
            Hit known = hits.get(i);
            if (known.recommendation() == hit.recommendation()
                    && lever.direction(known.index()) == lever.direction(hit.index())) {
                if (lever.size(hit.index()).compareTo(lever.size(known.index())) < 0) {
                    hits.set(i, hit);
                }
                return;
            }
        }
        hits.add(hit);
    }

    /** All values of the lever, from the lowest to the highest, in runs that each have one outcome. */
    List<Run> runs(Lever lever, Evidence evidence) {
        Runs runs = new Runs();
        if (lever.last() < 2 || (lever.last() < FEW && !lever.isScore())) {
            for (long i = 0; i <= lever.last(); i++) {
                runs.add(i, i, at(lever, i, evidence));
            }
        } else {
            split(
                    new Part(0, at(lever, 0, evidence), lever.last(), at(lever, lever.last(), evidence)),
                    lever,
                    evidence,
                    runs);
        }
        return runs.found;
    }

    Outcome at(Lever lever, long index, Evidence evidence) {
        return decide(lever.step(index).in(evidence));
    }

    private record Part(long low, Outcome atLow, long high, Outcome atHigh) {}

    /** Between two values that look alike all look alike, because every comparison goes one way only. */
    private void split(Part part, Lever lever, Evidence evidence, Runs runs) {
        if (part.atLow().look().equals(part.atHigh().look())) {
            runs.add(part.low(), part.high(), part.atLow());
        } else if (part.high() - part.low() == 1) {
            runs.add(part.low(), part.low(), part.atLow());
            runs.add(part.high(), part.high(), part.atHigh());
        } else {
            long middle = (part.low() + part.high()) >>> 1;
            Outcome atMiddle = at(lever, middle, evidence);
            split(new Part(part.low(), part.atLow(), middle, atMiddle), lever, evidence, runs);
            split(new Part(middle, atMiddle, part.high(), part.atHigh()), lever, evidence, runs);
        }
    }

    /** Runs in the order of their values; those that look alike and touch are one. */
    private static final class Runs {
        private final List<Run> found = new ArrayList<>();
        private BitSet last = new BitSet();

        void add(long low, long high, Outcome outcome) {
            if (!found.isEmpty()
                    && last.equals(outcome.look())
                    && found.getLast().recommendation() == outcome.recommendation()) {
                Run run = found.removeLast();
                found.add(new Run(run.low(), high, run.recommendation()));
            } else {
                found.add(new Run(low, high, outcome.recommendation()));
                last = outcome.look();
            }
        }
    }
}
