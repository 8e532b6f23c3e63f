package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Recommendation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How easily a recommendation flips: each rating that counts is moved by one step of the scale, up and down, and each
 * rater is left out, as though never asked.
 *
 * @param of how many such trials there are, or were made
 * @param isComplete whether all there are were made; else they were given up as too much work
 * @param items those that alter the recommendation: ratings as the evidence has them, then raters by name
 */
public record Fragility(int of, boolean isComplete, List<Flip> items) {

    public Fragility {
        items = List.copyOf(items);
    }

    /** A trial that alters the recommendation. */
    public sealed interface Flip {
        /** What it would be then. */
        Recommendation recommendation();
    }

    /** A rating is one step higher or lower. */
    public record Moved(Step.RatingMoved step, Recommendation recommendation) implements Flip {}

    /** A rater is left out, with all ratings and attestations. */
    public record LeftOut(String rater, Recommendation recommendation) implements Flip {}

    /** Whether any trial alters the recommendation. */
    public boolean isFragile() {
        return !items.isEmpty();
    }

    /** How many of the flips leave the application open, rather than settle it otherwise. */
    public long toPending() {
        return items.stream()
                .filter(flip -> flip.recommendation() == Recommendation.PENDING)
                .count();
    }

    /** @param mostWork in nodes looked at */
    static Fragility of(CompiledRubric rubric, Evidence evidence, Decision base, long mostWork) {
        Shaking shaking = new Shaking(rubric, evidence, base, mostWork);
        shaking.moveRatings();
        shaking.leaveOutRaters();
        return new Fragility(shaking.trials, !shaking.isGivenUp, shaking.flips);
    }

    private static final class Shaking {
        private final CompiledRubric rubric;
        private final Evidence evidence;
        private final Recommendation base;
        private final List<Rating> counting;
        private final List<Flip> flips = new ArrayList<>();
        private int trials;
        private long workLeft;
        private boolean isGivenUp;

        Shaking(CompiledRubric rubric, Evidence evidence, Decision base, long mostWork) {
            this.workLeft = mostWork;
            this.rubric = rubric;
            this.evidence = evidence;
            this.base = base.recommendation();
            Set<String> asked = new HashSet<>();
            for (Criterion.Leaf leaf : Levers.leaves(rubric.rubric().criteria(), base)) {
                if (leaf.source() instanceof EvidenceSource.InterviewQuestion question) {
                    asked.add(question.question());
                }
            }
            counting = evidence.ratings().stream()
                    .filter(rating -> asked.contains(rating.question()))
                    .toList();
        }

        void moveRatings() {
            RatingScale scale = rubric.rubric().ratingScale();
            // Whoever gave a question the same rating, the effect is the same.
            Map<List<Object>, Recommendation> known = new HashMap<>();
            for (Rating rating : counting) {
                Figure from = rating.rating();
                if (from == null || !scale.contains(from)) {
                    continue;
                }
                for (int way : new int[] {1, -1}) {
                    Figure to = Edit.plus(from, way * Figure.ONE.tenThousandths());
                    if (scale.contains(to) && mayGoOn()) {
                        Step.RatingMoved step = new Step.RatingMoved(rating.question(), rating.rater(), from, to);
                        Recommendation then = known.computeIfAbsent(
                                List.of(rating.question(), from, to), key -> decide(step.in(evidence)));
                        note(new Moved(step, then));
                    }
                }
            }
        }

        void leaveOutRaters() {
            Set<String> raters = new TreeSet<>();
            counting.forEach(rating -> raters.add(rating.rater()));
            Set<String> attested = new HashSet<>();
            rubric.rubric().gates().stream()
                    .filter(Gate.Attestation.class::isInstance)
                    .forEach(gate -> attested.add(gate.id()));
            evidence.attestations().stream()
                    .filter(attestation -> attested.contains(attestation.gate()))
                    .map(Attestation::rater)
                    .forEach(raters::add);
            for (String rater : raters) {
                if (mayGoOn()) {
                    note(new LeftOut(rater, decide(Edit.without(evidence, rater))));
                }
            }
        }

        private boolean mayGoOn() {
            isGivenUp |= workLeft < 0;
            return !isGivenUp;
        }

        private Recommendation decide(Evidence changed) {
            workLeft -= rubric.work();
            return rubric.decide(changed).recommendation();
        }

        private void note(Flip trial) {
            trials++;
            if (trial.recommendation() != base) {
                flips.add(trial);
            }
        }
    }
}
