package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.counterfactual.Trials.Hit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The smallest changes of evidence that alter a recommendation.
 *
 * @param recommendation as it is
 * @param found how many changes there are
 * @param changes the smallest of them, smallest first
 * @param singles whether all single steps were searched
 * @param pairs whether pairs of steps were searched
 * @param fragility how easily the recommendation flips
 */
public record WhatWouldChange(
        Recommendation recommendation,
        int found,
        List<Change> changes,
        Singles singles,
        Pairs pairs,
        Fragility fragility) {
    /** So many changes are kept at the most. */
    public static final int MOST_CHANGES = 500;

    /**
     * So much work is put into single steps before the search gives up, and again into how easily the recommendation flips:
     * some seconds each, which only a rubric with a great many gates over a great many nodes needs.
     */
    static final long MOST_SINGLE_WORK = 20_000_000;

    /** So much work is put into pairs before the search gives up, in nodes looked at: about a second. */
    static final long MOST_WORK = 5_000_000;

    public WhatWouldChange {
        changes = List.copyOf(changes);
    }

    /** Whether single steps were searched. */
    public enum Singles {
        /** All were. */
        ALL,
        /** Some were, then the search gave up: there may be others, and smaller ones. */
        SOME
    }

    /** Whether pairs of steps were searched. */
    public enum Pairs {
        /** A single step does. */
        NOT_NEEDED,
        /** All were. */
        ALL,
        /** Some were, then the search gave up: there may be others, and smaller ones. */
        SOME
    }

    /** What would change the decision that the evidence comes to. */
    public static WhatWouldChange of(CompiledRubric rubric, Evidence evidence) {
        return of(rubric, evidence, MOST_SINGLE_WORK, MOST_WORK);
    }

    static WhatWouldChange of(CompiledRubric rubric, Evidence evidence, long mostSingleWork, long mostWork) {
        Decision base = rubric.decide(evidence);
        Trials trials = new Trials(rubric, base);
        List<Lever> levers = Levers.of(rubric.rubric(), evidence, base);
        Smallest smallest = new Smallest(MOST_CHANGES);
        Singles singles = searchSingle(levers, evidence, trials, smallest, mostSingleWork);
        Pairs pairs = Pairs.NOT_NEEDED;
        if (smallest.found() == 0 && singles == Singles.SOME) {
            pairs = Pairs.SOME;
        } else if (smallest.found() == 0) {
            long limit = trials.work() + mostWork;
            boolean isAll = new PairSearch(evidence, trials, smallest, limit).search(levers);
            pairs = isAll ? Pairs.ALL : Pairs.SOME;
        }
        return new WhatWouldChange(
                base.recommendation(),
                smallest.found(),
                smallest.toList(),
                singles,
                pairs,
                Fragility.of(rubric, evidence, base, mostSingleWork));
    }

    private static Singles searchSingle(
            List<Lever> levers, Evidence evidence, Trials trials, Smallest smallest, long mostWork) {
        Map<String, List<Hit>> known = new HashMap<>();
        Set<Step> seen = new HashSet<>();
        for (Lever lever : levers) {
            if (trials.work() > mostWork) {
                return Singles.SOME;
            }
            for (Hit hit : known.computeIfAbsent(lever.likeness(), likeness -> trials.hits(lever, evidence))) {
                Step step = lever.step(hit.index());
                if (seen.add(step)) {
                    smallest.add(new Change(List.of(step), hit.recommendation(), lever.size(hit.index())));
                }
            }
        }
        return Singles.ALL;
    }
}
