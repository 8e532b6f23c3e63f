package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.counterfactual.Trials.Hit;
import dev.plumbline.decision.domain.counterfactual.Trials.Outcome;
import dev.plumbline.decision.domain.counterfactual.Trials.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Searches pairs of steps, where no single step alters the recommendation. Of levers that do the same, one stands for all
 * (two, where they are a pair themselves).
 */
final class PairSearch {
    /** Levers with so many values or fewer are tried value by value against the other one of the pair. */
    private static final int MANY = 64;

    private final Evidence evidence;
    private final Trials trials;
    private final Smallest smallest;
    private final long mostWork;
    private long checked;

    /** @param mostWork after so much work, in nodes looked at, the search gives up */
    PairSearch(Evidence evidence, Trials trials, Smallest smallest, long mostWork) {
        this.evidence = evidence;
        this.trials = trials;
        this.smallest = smallest;
        this.mostWork = mostWork;
    }

    /** False where the search gave up before all pairs were tried. */
    boolean search(List<Lever> levers) {
        Map<String, List<Lever>> alike = new LinkedHashMap<>();
        levers.forEach(lever -> alike.computeIfAbsent(lever.likeness(), likeness -> new ArrayList<>())
                .add(lever));
        boolean bothMayComplete = incompleteLeaves(levers) <= 2;
        List<Reach> reaches = new ArrayList<>();
        for (List<Lever> group : alike.values()) {
            Reach reach = Reach.of(group.getFirst(), evidence, trials);
            if (group.size() > 1 && !search(reach.lever(), group.get(1))) {
                return false;
            }
            for (Reach known : reaches) {
                checked++;
                if (known.mayFlipWith(reach, bothMayComplete) && !search(known.lever(), reach.lever())) {
                    return false;
                }
            }
            reaches.add(reach);
        }
        return true;
    }

    private long incompleteLeaves(List<Lever> levers) {
        List<String> leaves = levers.stream()
                .flatMap(lever -> lever.touches().stream())
                .filter(touched -> touched.startsWith(Lever.LEAF))
                .map(touched -> touched.substring(Lever.LEAF.length()))
                .distinct()
                .toList();
        return leaves.stream()
                .map(leaf -> trials.base().node(leaf).orElseThrow())
                .filter(score -> score instanceof NodeScore.Scored scored && !scored.complete())
                .count();
    }

    /** Tries one pair; false where there is no work left to do it. */
    private boolean search(Lever one, Lever other) {
        if (trials.work() + checked > mostWork) {
            return false;
        }
        if (one.isScore() && other.isScore() && isFlat(one, other)) {
            return true;
        }
        Map<Recommendation, Change> found = new EnumMap<>(Recommendation.class);
        Pair pair = new Pair(one, other);
        if (Math.min(one.last(), other.last()) <= MANY) {
            Pair outerFirst = one.last() <= other.last() ? pair : pair.turned();
            for (long i = 0; i <= outerFirst.one().last(); i++) {
                tryWith(outerFirst, i, false, found);
            }
        } else {
            turningPoints(one).forEach(index -> tryWith(pair, index, true, found));
            turningPoints(other).forEach(index -> tryWith(pair.turned(), index, true, found));
        }
        found.values().forEach(smallest::add);
        return true;
    }

    private record Pair(Lever one, Lever other) {
        Pair turned() {
            return new Pair(other, one);
        }
    }

    /** Whether all is the same at both at their lowest and both at their highest, and so wherever they are. */
    private boolean isFlat(Lever one, Lever other) {
        Outcome lowest = trials.at(other, 0, one.step(0).in(evidence));
        Outcome highest = trials.at(other, other.last(), one.step(one.last()).in(evidence));
        return lowest.look().equals(highest.look())
                && lowest.recommendation() == trials.base().recommendation();
    }

    /**
     * With the first of the pair at a value, the exact smallest step of the other one.
     *
     * @param isTightened whether the first one then gives back what the other one, in whole steps, has too much
     */
    private void tryWith(Pair pair, long index, boolean isTightened, Map<Recommendation, Change> found) {
        if (pair.one().isGiven(index)) {
            return;
        }
        Step step = pair.one().step(index);
        for (Hit hit : trials.hits(pair.other(), step.in(evidence))) {
            Change change = new Change(
                    List.of(step, pair.other().step(hit.index())),
                    hit.recommendation(),
                    pair.one().size(index).plus(pair.other().size(hit.index())));
            found.merge(
                    hit.recommendation(),
                    change,
                    (known, next) -> next.size().compareTo(known.size()) < 0 ? next : known);
            if (isTightened) {
                tryWith(pair.turned(), hit.index(), false, found);
            }
        }
    }

    /**
     * Where something that the lever alone decides comes out otherwise, its ends, and where its steps are smallest. Where
     * both of a pair are finely divided, one of them stands at such a point: sizes and scores are linear in between.
     */
    private NavigableSet<Long> turningPoints(Lever lever) {
        NavigableSet<Long> points = new TreeSet<>();
        for (Run run : trials.runs(lever, evidence)) {
            points.add(run.low());
            points.add(run.high());
        }
        if (lever.isToCome()) {
            points.add(lever.nearest(0, lever.last()));
        }
        return points;
    }
}
