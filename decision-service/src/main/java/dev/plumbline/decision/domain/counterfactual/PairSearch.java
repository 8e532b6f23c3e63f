package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.counterfactual.Trials.Hit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches pairs of steps, where no single step alters the recommendation: of each two levers and other recommendation the
 * smallest there is. Of levers that do the same, one stands for all (two, where they are a pair themselves).
 */
final class PairSearch {
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
        Map<Recommendation, Change> found = new EnumMap<>(Recommendation.class);
        boolean isAll = true;
        if (one.isNumber() && other.isNumber()) {
            Plane plane = new Plane(one, other, evidence, trials);
            isAll = new PlaneSearch(plane, found).search(mostWork - checked);
        } else {
            tryEach(one.isNumber() ? other : one, one.isNumber() ? one : other, found);
        }
        found.values().forEach(smallest::add);
        return isAll;
    }

    /** With the one lever at each of its few values, the exact smallest step of the other one. */
    private void tryEach(Lever few, Lever other, Map<Recommendation, Change> found) {
        for (long i = 0; i <= few.last(); i++) {
            if (few.isGiven(i)) {
                continue;
            }
            Step step = few.step(i);
            for (Hit hit : trials.hits(other, step.in(evidence))) {
                Change change = new Change(
                        List.of(step, other.step(hit.index())),
                        hit.recommendation(),
                        few.size(i).plus(other.size(hit.index())));
                found.merge(
                        hit.recommendation(),
                        change,
                        (known, next) -> next.size().compareTo(known.size()) < 0 ? next : known);
            }
        }
    }
}
