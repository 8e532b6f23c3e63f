package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Rubric;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the figures to the criteria tree. */
final class TreeExplainer {
    private final Rubric rubric;
    private final Evidence evidence;
    private final Decision decision;

    TreeExplainer(Rubric rubric, Evidence evidence, Decision decision) {
        this.rubric = rubric;
        this.evidence = evidence;
        this.decision = decision;
    }

    ExplainedNode tree() {
        return explain(rubric.criteria(), null, Rational.HUNDRED);
    }

    /** @param effectiveWeight the node's share of the total in percent; of no meaning where it is waived */
    private ExplainedNode explain(Criterion criterion, @Nullable Figure weight, Rational effectiveWeight) {
        ExplainedNode.Standing standing = standing(criterion.id(), effectiveWeight);
        return switch (criterion) {
            case Criterion.Leaf leaf -> new ExplainedNode(leaf, weight, standing, evidence(leaf.source()), List.of());
            case Criterion.Inner inner ->
                new ExplainedNode(inner, weight, standing, null, children(inner, effectiveWeight));
        };
    }

    private List<ExplainedNode> children(Criterion.Inner inner, Rational effectiveWeight) {
        long counting = inner.parts().stream()
                .filter(part -> score(part.criterion().id()) != null)
                .mapToLong(part -> part.weight().tenThousandths())
                .sum();
        return inner.parts().stream()
                .map(part -> explain(part.criterion(), part.weight(), share(part, counting, effectiveWeight)))
                .toList();
    }

    private static Rational share(Part part, long counting, Rational whole) {
        return counting == 0
                ? Rational.ZERO
                : whole.times(Rational.of(part.weight().tenThousandths(), counting));
    }

    private ExplainedNode.@Nullable Standing standing(String node, Rational effectiveWeight) {
        NodeScore.Scored scored = score(node);
        if (scored == null) {
            return null;
        }
        Rational share = effectiveWeight.dividedBy(100);
        Interval contribution = new Interval(
                scored.interval().low().times(share), scored.interval().high().times(share));
        return new ExplainedNode.Standing(scored.interval(), scored.complete(), effectiveWeight, contribution);
    }

    /** Null where the node is waived. */
    private NodeScore.@Nullable Scored score(String node) {
        return decision.node(node).orElseThrow() instanceof NodeScore.Scored scored ? scored : null;
    }

    private LeafEvidence evidence(EvidenceSource source) {
        return switch (source) {
            case EvidenceSource.AssessmentSection assessed ->
                new LeafEvidence.Section(
                        assessed.section(),
                        evidence.sections().stream()
                                .filter(result -> result.section().equals(assessed.section()))
                                .findFirst()
                                .orElse(null));
            case EvidenceSource.InterviewQuestion asked -> question(asked);
        };
    }

    private LeafEvidence question(EvidenceSource.InterviewQuestion asked) {
        List<Rating> ratings = evidence.ratings().stream()
                .filter(rating -> rating.question().equals(asked.question()))
                .toList();
        Set<String> answered = ratings.stream().map(Rating::rater).collect(Collectors.toSet());
        List<String> owedBy = evidence.panel().stream()
                .filter(panel -> panel.question().equals(asked.question()))
                .map(Panel::raters)
                .flatMap(List::stream)
                .filter(rater -> !answered.contains(rater))
                .toList();
        int counting =
                (int) ratings.stream().filter(rating -> rating.rating() != null).count();
        int owed = Math.max(owedBy.size(), Math.max(asked.minRaters() - counting, 0));
        return new LeafEvidence.Question(asked.question(), ratings, owedBy, owed);
    }
}
