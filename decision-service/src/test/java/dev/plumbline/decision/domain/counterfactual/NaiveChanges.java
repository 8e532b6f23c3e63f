package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.counterfactual.NaiveAlternatives.Alternative;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries everything, one after the other, with no thought of what could matter: every value that any piece of evidence
 * could have, and every pair of them. What it finds is what there is. Every section needs a result: what one that is still
 * to come could be is too much to try.
 */
final class NaiveChanges {
    private final CompiledRubric compiled;
    private final Evidence evidence;
    private final List<Alternative> alternatives;

    /** What a pair of kinds comes to. */
    record PairKey(String one, String other, Recommendation recommendation) {}

    NaiveChanges(Rubric rubric, Evidence evidence) {
        this.compiled = new CompiledRubric(rubric);
        this.evidence = evidence;
        this.alternatives = NaiveAlternatives.of(rubric, evidence);
    }

    Recommendation base() {
        return compiled.decide(evidence).recommendation();
    }

    Recommendation with(Alternative... chosen) {
        NaiveDraft draft = new NaiveDraft(evidence);
        for (Alternative alternative : chosen) {
            alternative.edit().accept(draft);
        }
        return compiled.decide(draft.toEvidence()).recommendation();
    }

    /** Of each piece, direction and other recommendation the smallest. */
    List<Change> singles() {
        Map<List<Object>, Change> smallest = new LinkedHashMap<>();
        for (Alternative one : alternatives) {
            Recommendation then = with(one);
            if (then != base()) {
                Change change = new Change(List.of(one.step()), then, one.size());
                smallest.merge(
                        List.of(one.subject(), one.direction(), then),
                        change,
                        (known, next) -> next.size().compareTo(known.size()) < 0 ? next : known);
            }
        }
        return smallest.values().stream().distinct().toList();
    }

    /** Of each two kinds and other recommendation the smallest size. */
    Map<PairKey, Rational> pairs() {
        Map<PairKey, Rational> smallest = new HashMap<>();
        for (Alternative one : alternatives) {
            for (Alternative other : alternatives) {
                if (one.subject() < other.subject()) {
                    Recommendation then = with(one, other);
                    if (then != base()) {
                        smallest.merge(
                                key(one.kind(), other.kind(), then),
                                one.size().plus(other.size()),
                                (known, next) -> next.compareTo(known) < 0 ? next : known);
                    }
                }
            }
        }
        return smallest;
    }

    PairKey key(Change change) {
        return key(kind(change.steps().get(0)), kind(change.steps().get(1)), change.recommendation());
    }

    private String kind(Step step) {
        return alternatives.stream()
                .filter(alternative -> alternative.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not an alternative: " + step))
                .kind();
    }

    private static PairKey key(String one, String other, Recommendation then) {
        return one.compareTo(other) <= 0 ? new PairKey(one, other, then) : new PairKey(other, one, then);
    }
}
