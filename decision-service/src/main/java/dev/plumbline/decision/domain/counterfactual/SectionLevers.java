package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.counterfactual.Lever.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The levers of a section of the assessment test: its points, its right answers, and what of them is still to come. */
final class SectionLevers {
    private SectionLevers() {}

    /** @param rightGates the gates that count its right answers */
    static List<Lever> of(String section, Set<String> leaf, Evidence evidence, Set<String> rightGates) {
        return evidence.sections().stream()
                .filter(result -> result.section().equals(section))
                .findFirst()
                .map(result -> given(result, leaf, rightGates))
                .orElseGet(() -> List.of(toCome(section, leaf)));
    }

    private static Lever toCome(String section, Set<String> leaf) {
        long whole = Figure.HUNDRED.tenThousandths();
        return new Lever(
                leaf,
                "section to come " + section,
                true,
                new Values(0, 1, whole),
                whole,
                whole,
                value -> new Step.SectionScored(section, new Figure(value)));
    }

    private static List<Lever> given(SectionResult result, Set<String> leaf, Set<String> rightGates) {
        List<Lever> levers = new ArrayList<>();
        String section = result.section();
        long pending = result.pending().tenThousandths();
        long possible = result.possible().tenThousandths();
        if (possible > pending) {
            levers.add(new Lever(
                    leaf,
                    "points " + section,
                    false,
                    new Values(0, 1, possible - pending),
                    2 * result.earned().tenThousandths(),
                    possible,
                    value -> new Step.PointsChanged(section, result.earned(), new Figure(value), result.possible())));
        }
        if (pending > 0) {
            levers.add(new Lever(
                    leaf,
                    "pending points " + section,
                    true,
                    new Values(0, 1, pending),
                    pending,
                    pending,
                    value -> new Step.PendingPointsScored(section, result.pending(), new Figure(value))));
        }
        QuestionCount questions = result.questions();
        if (questions != null && !rightGates.isEmpty()) {
            addQuestions(section, questions, rightGates, levers);
        }
        return levers;
    }

    private static void addQuestions(String section, QuestionCount questions, Set<String> gates, List<Lever> levers) {
        int pending = questions.pending();
        if (questions.total() > pending) {
            levers.add(new Lever(
                    gates,
                    "right " + section,
                    false,
                    new Values(0, 1, questions.total() - pending),
                    2L * questions.right(),
                    questions.total(),
                    value -> new Step.RightChanged(section, questions.right(), (int) value, questions.total())));
        }
        if (pending > 0) {
            levers.add(new Lever(
                    gates,
                    "pending questions " + section,
                    true,
                    new Values(0, 1, pending),
                    pending,
                    pending,
                    value -> new Step.PendingQuestionsJudged(section, pending, (int) value)));
        }
    }
}
