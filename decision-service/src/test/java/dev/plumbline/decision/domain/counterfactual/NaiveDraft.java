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
import dev.plumbline.decision.domain.Waiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Evidence that can be changed row by row. */
final class NaiveDraft {
    final Map<String, SectionResult> sections = new LinkedHashMap<>();
    final Map<List<String>, Rating> ratings = new LinkedHashMap<>();
    final Map<String, RedFlag> flags = new LinkedHashMap<>();
    final Map<List<String>, Attestation> attestations = new LinkedHashMap<>();
    final Map<String, ScreeningAnswer> answers = new LinkedHashMap<>();
    final List<Panel> panel;
    final List<Waiver> waivers;
    int strangers;

    NaiveDraft(Evidence evidence) {
        evidence.sections().forEach(row -> sections.put(row.section(), row));
        evidence.ratings().forEach(row -> ratings.put(List.of(row.question(), row.rater()), row));
        evidence.redFlags().forEach(row -> flags.put(row.id(), row));
        evidence.attestations().forEach(row -> attestations.put(List.of(row.gate(), row.rater()), row));
        evidence.screening().forEach(row -> answers.put(row.criterion(), row));
        panel = evidence.panel();
        waivers = evidence.waivers();
    }

    Evidence toEvidence() {
        return new Evidence(
                List.copyOf(sections.values()),
                panel,
                List.copyOf(ratings.values()),
                List.copyOf(flags.values()),
                List.copyOf(attestations.values()),
                List.copyOf(answers.values()),
                waivers);
    }

    void section(String section, long earned, long pendingLess, int right, int questionsPendingLess) {
        SectionResult old = Objects.requireNonNull(sections.get(section));
        QuestionCount count = old.questions();
        sections.put(
                section,
                new SectionResult(
                        section,
                        new Figure(old.earned().tenThousandths() + earned),
                        old.possible(),
                        new Figure(old.pending().tenThousandths() - pendingLess),
                        count == null
                                ? null
                                : new QuestionCount(
                                        count.right() + right, count.total(), count.pending() - questionsPendingLess)));
    }
}
