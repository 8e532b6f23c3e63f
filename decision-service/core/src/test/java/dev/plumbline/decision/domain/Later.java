package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What evidence can still become, given its panel, waivers, flags and attestations: what is missing comes in, what is
 * pending is scored, who owes a rating rates; nothing given is corrected.
 */
final class Later {

    private final Rubric rubric;

    Later(Rubric rubric) {
        this.rubric = rubric;
    }

    /** Every evidence that is one step later than this one; none where all is in. */
    List<Evidence> steps(Evidence evidence) {
        List<Evidence> steps = new ArrayList<>();
        leaves(rubric.criteria()).forEach(leaf -> {
            switch (leaf.source()) {
                case EvidenceSource.AssessmentSection section -> steps.addAll(scored(section.section(), evidence));
                case EvidenceSource.InterviewQuestion question -> steps.addAll(rated(question, evidence));
            }
        });
        rubric.gates().forEach(gate -> {
            if (gate instanceof Gate.Screening screening) {
                screening.criteria().forEach(criterion -> steps.addAll(screened(criterion, evidence)));
            }
        });
        return steps;
    }

    private static List<Criterion.Leaf> leaves(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Leaf leaf -> List.of(leaf);
            case Criterion.Inner inner ->
                inner.parts().stream()
                        .flatMap(part -> leaves(part.criterion()).stream())
                        .toList();
        };
    }

    private static List<Evidence> scored(String section, Evidence evidence) {
        List<Evidence> steps = new ArrayList<>();
        SectionResult known = evidence.section(section);
        if (known == null) {
            for (int earned = 0; earned <= 2; earned++) {
                for (int right = 0; right <= 1; right++) {
                    steps.add(with(
                            evidence,
                            null,
                            new SectionResult(
                                    section,
                                    Figure.of(earned),
                                    Figure.of(2),
                                    Figure.ZERO,
                                    new QuestionCount(right, 1, 0))));
                }
            }
            return steps;
        }
        if (!known.pending().equals(Figure.ZERO)) {
            for (long part = 0; part <= 2; part++) {
                Figure more = new Figure(known.pending().tenThousandths() * part / 2);
                Figure earned = new Figure(known.earned().tenThousandths() + more.tenThousandths());
                steps.add(with(
                        evidence,
                        known,
                        new SectionResult(section, earned, known.possible(), Figure.ZERO, known.questions())));
            }
        }
        QuestionCount questions = known.questions();
        if (questions != null && questions.pending() > 0) {
            for (int right = 0; right <= 1; right++) {
                QuestionCount judged =
                        new QuestionCount(questions.right() + right, questions.total(), questions.pending() - 1);
                steps.add(with(
                        evidence,
                        known,
                        new SectionResult(section, known.earned(), known.possible(), known.pending(), judged)));
            }
        }
        return steps;
    }

    private List<Evidence> rated(EvidenceSource.InterviewQuestion question, Evidence evidence) {
        List<Evidence> steps = new ArrayList<>();
        int outstanding = NaiveTree.outstanding(question, evidence);
        if (outstanding == 0) {
            return steps;
        }
        String rater = evidence.panelOf(question.question()).stream()
                .filter(member -> evidence.ratingsOf(question.question()).stream()
                        .noneMatch(answer -> answer.rater().equals(member)))
                .findFirst()
                .orElse("extra-" + evidence.ratings().size());
        Figure min = rubric.ratingScale().min();
        Figure max = rubric.ratingScale().max();
        for (Figure rating : List.of(min, new Figure((min.tenThousandths() + max.tenThousandths()) / 2), max)) {
            Evidence step = with(evidence, null, new Rating(question.question(), rater, rating));
            if (NaiveTree.outstanding(question, step) < outstanding) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static List<Evidence> screened(String criterion, Evidence evidence) {
        if (evidence.screeningOf(criterion) != null) {
            return List.of();
        }
        ScreeningAnswer known = evidence.screening().stream()
                .filter(answer -> answer.criterion().equals(criterion))
                .findFirst()
                .orElse(null);
        return List.of(
                with(evidence, known, new ScreeningAnswer(criterion, true)),
                with(evidence, known, new ScreeningAnswer(criterion, false)));
    }

    private static Evidence with(Evidence evidence, @Nullable Object without, Object row) {
        List<Object> rows = new ArrayList<>();
        rows.addAll(evidence.sections());
        rows.addAll(evidence.panel());
        rows.addAll(evidence.ratings());
        rows.addAll(evidence.redFlags());
        rows.addAll(evidence.attestations());
        rows.addAll(evidence.screening());
        rows.addAll(evidence.waivers());
        rows.removeIf(known -> Objects.equals(known, without));
        rows.add(row);
        return Samples.evidence(rows.toArray());
    }
}
