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
 * @param pairs whether pairs of steps were searched
 * @param fragility how easily the recommendation flips
 */
public record WhatWouldChange(
        Recommendation recommendation, int found, List<Change> changes, Pairs pairs, Fragility fragility) {
    /** So many changes are kept at the most. */
    public static final int MOST_CHANGES = 500;

    /** So much work is put into pairs before the search gives up, in nodes looked at: about a second. */
    static final long MOST_WORK = 5_000_000;

    public WhatWouldChange {
        changes = List.copyOf(changes);
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
        return of(rubric, evidence, MOST_WORK);
    }

    static WhatWouldChange of(CompiledRubric rubric, Evidence evidence, long mostWork) {
        Decision base = rubric.decide(evidence);
        Trials trials = new Trials(rubric, base);
        List<Lever> levers = Levers.of(rubric.rubric(), evidence, base);
        Smallest smallest = new Smallest(MOST_CHANGES);
        searchSingle(levers, evidence, trials, smallest);
        Pairs pairs = Pairs.NOT_NEEDED;
        if (smallest.found() == 0) {
            long limit = trials.work() + mostWork;
            boolean isAll = new PairSearch(evidence, trials, smallest, limit).search(levers);
            pairs = isAll ? Pairs.ALL : Pairs.SOME;
        }
        return new WhatWouldChange(
                base.recommendation(),
                smallest.found(),
                smallest.toList(),
                pairs,
                Fragility.of(rubric, evidence, base));
    }

    private static void searchSingle(List<Lever> levers, Evidence evidence, Trials trials, Smallest smallest) {
        Map<String, List<Hit>> known = new HashMap<>();
        Set<Step> seen = new HashSet<>();
        for (Lever lever : levers) {
            for (Hit hit : known.computeIfAbsent(lever.likeness(), likeness -> trials.hits(lever, evidence))) {
                Step step = lever.step(hit.index());
                if (seen.add(step)) {
                    smallest.add(new Change(List.of(step), hit.recommendation(), lever.size(hit.index())));
                }
            }
        }
    }
}
