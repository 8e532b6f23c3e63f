package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.Rubric;
import java.util.HashSet;
import java.util.Set;

/** What of the evidence a rubric looks at at all. */
final class NaiveScope {
    private final Rubric rubric;
    private final Decision decision;
    private final Set<String> questions = new HashSet<>();

    NaiveScope(Rubric rubric, Decision decision) {
        this.rubric = rubric;
        this.decision = decision;
        collect(rubric.criteria());
    }

    private void collect(Criterion criterion) {
        switch (criterion) {
            case Criterion.Inner inner -> inner.parts().forEach(part -> collect(part.criterion()));
            case Criterion.Leaf leaf -> {
                boolean waived = decision.node(leaf.id()).orElseThrow() instanceof NodeScore.Waived;
                if (!waived && leaf.source() instanceof EvidenceSource.InterviewQuestion asked) {
                    questions.add(asked.question());
                }
            }
        }
    }

    boolean counts(String question) {
        return questions.contains(question);
    }

    boolean attests(String gate) {
        return rubric.gates().stream()
                .anyMatch(one -> one instanceof Gate.Attestation && one.id().equals(gate));
    }

    static Evidence without(Evidence evidence, String rater) {
        return new Evidence(
                evidence.sections(),
                evidence.panel().stream()
                        .map(panel -> new Panel(
                                panel.question(),
                                panel.raters().stream()
                                        .filter(one -> !one.equals(rater))
                                        .toList()))
                        .toList(),
                evidence.ratings().stream()
                        .filter(rating -> !rating.rater().equals(rater))
                        .toList(),
                evidence.redFlags(),
                evidence.attestations().stream()
                        .filter(attestation -> !attestation.rater().equals(rater))
                        .toList(),
                evidence.screening(),
                evidence.waivers());
    }
}
