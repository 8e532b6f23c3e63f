package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Evidence with one row put in, in the place of the one of the same identity if there is one. */
final class Edit {
    private static final String SOMEBODY = "another rater";

    private Edit() {}

    static Evidence with(Evidence evidence, SectionResult row) {
        List<SectionResult> rows =
                put(evidence.sections(), row, known -> known.section().equals(row.section()));
        return new Evidence(
                rows,
                evidence.panel(),
                evidence.ratings(),
                evidence.redFlags(),
                evidence.attestations(),
                evidence.screening(),
                evidence.waivers());
    }

    static Evidence with(Evidence evidence, Rating row) {
        return withRatings(
                evidence,
                put(
                        evidence.ratings(),
                        row,
                        known -> known.rater().equals(row.rater())
                                && known.question().equals(row.question())));
    }

    private static Evidence withRatings(Evidence evidence, List<Rating> ratings) {
        return new Evidence(
                evidence.sections(),
                evidence.panel(),
                ratings,
                evidence.redFlags(),
                evidence.attestations(),
                evidence.screening(),
                evidence.waivers());
    }

    static Evidence with(Evidence evidence, RedFlag row) {
        return new Evidence(
                evidence.sections(),
                evidence.panel(),
                evidence.ratings(),
                put(evidence.redFlags(), row, known -> known.id().equals(row.id())),
                evidence.attestations(),
                evidence.screening(),
                evidence.waivers());
    }

    static Evidence with(Evidence evidence, Attestation row) {
        List<Attestation> rows = put(
                evidence.attestations(),
                row,
                known -> known.gate().equals(row.gate()) && known.rater().equals(row.rater()));
        return new Evidence(
                evidence.sections(),
                evidence.panel(),
                evidence.ratings(),
                evidence.redFlags(),
                rows,
                evidence.screening(),
                evidence.waivers());
    }

    static Evidence with(Evidence evidence, ScreeningAnswer row) {
        return new Evidence(
                evidence.sections(),
                evidence.panel(),
                evidence.ratings(),
                evidence.redFlags(),
                evidence.attestations(),
                put(evidence.screening(), row, known -> known.criterion().equals(row.criterion())),
                evidence.waivers());
    }

    static Evidence with(Evidence evidence, String section, QuestionCount questions) {
        SectionResult known = section(evidence, section);
        return with(evidence, new SectionResult(section, known.earned(), known.possible(), known.pending(), questions));
    }

    /** As though somebody had never been asked: without their ratings, their attestations and their place on panels. */
    static Evidence without(Evidence evidence, String rater) {
        return new Evidence(
                evidence.sections(),
                evidence.panel().stream()
                        .map(panel -> new Panel(
                                panel.question(),
                                panel.raters().stream()
                                        .filter(member -> !member.equals(rater))
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

    private static <T> List<T> put(List<T> rows, T row, Predicate<T> isSame) {
        List<T> result = new ArrayList<>(rows.size() + 1);
        boolean isThere = false;
        for (T known : rows) {
            boolean same = isSame.test(known);
            result.add(same ? row : known);
            isThere |= same;
        }
        if (!isThere) {
            result.add(row);
        }
        return result;
    }

    static SectionResult section(Evidence evidence, String section) {
        return evidence.sections().stream()
                .filter(result -> result.section().equals(section))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such section to change"));
    }

    static QuestionCount questions(Evidence evidence, String section) {
        QuestionCount questions = section(evidence, section).questions();
        if (questions == null) {
            throw new IllegalArgumentException("the section has no questions to change");
        }
        return questions;
    }

    static RedFlag flag(Evidence evidence, String id) {
        return evidence.redFlags().stream()
                .filter(flag -> flag.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such flag to change"));
    }

    static SectionResult scored(SectionResult known, Figure earned, Figure pending) {
        return new SectionResult(known.section(), earned, known.possible(), pending, known.questions());
    }

    static Figure plus(Figure figure, long tenThousandths) {
        return new Figure(figure.tenThousandths() + tenThousandths);
    }

    /** A name that nobody in the evidence has. */
    static String somebodyElse(Evidence evidence) {
        String name = SOMEBODY;
        for (int i = 2; isTaken(evidence, name); i++) {
            name = SOMEBODY + " " + i;
        }
        return name;
    }

    private static boolean isTaken(Evidence evidence, String name) {
        return evidence.ratings().stream().anyMatch(rating -> rating.rater().equals(name))
                || evidence.attestations().stream()
                        .anyMatch(attestation -> attestation.rater().equals(name))
                || evidence.panel().stream().anyMatch(panel -> panel.raters().contains(name));
    }
}
