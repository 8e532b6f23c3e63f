package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the figures to the gates (decision semantics, section 5). */
final class GateExplainer {
    private final Rubric rubric;
    private final Evidence evidence;
    private final Decision decision;
    private final Map<String, ExplainedNode> nodes;

    GateExplainer(Rubric rubric, Evidence evidence, Decision decision, ExplainedNode tree) {
        this.rubric = rubric;
        this.evidence = evidence;
        this.decision = decision;
        this.nodes =
                tree.all().collect(Collectors.toMap(node -> node.criterion().id(), Function.identity()));
    }

    List<ExplainedGate> gates() {
        List<ExplainedGate> gates = new ArrayList<>(rubric.gates().size());
        for (int i = 0; i < rubric.gates().size(); i++) {
            Gate gate = rubric.gates().get(i);
            gates.add(new ExplainedGate(gate, decision.gates().get(i).state(), figures(gate)));
        }
        return gates;
    }

    private List<GateFigure> figures(Gate gate) {
        return switch (gate) {
            case Gate.MinScore score ->
                score.nodes().stream()
                        .map(node -> score(node, score.threshold()))
                        .toList();
            case Gate.MinRight right -> List.of(right(right));
            case Gate.NoRedFlags flags -> List.of(flags(flags));
            case Gate.Attestation attestation -> List.of(attestations(attestation));
            case Gate.Screening screening ->
                screening.criteria().stream().map(this::answer).toList();
        };
    }

    private GateFigure score(String id, Threshold threshold) {
        ExplainedNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("a gate names what the rubric does not have");
        }
        Interval score = node.standing() == null ? null : node.standing().score();
        Rational needed = needed(threshold);
        return new GateFigure.Score(
                id, node.criterion().name(), score, threshold, needed, state(score, threshold, needed));
    }

    private Rational needed(Threshold threshold) {
        return switch (threshold) {
            case Threshold.AtLeast atLeast -> atLeast.percent().toRational();
            case Threshold.MoreThan moreThan -> moreThan.percent().toRational();
            case Threshold.AtLeastRating rated ->
                rubric.ratingScale().toPercent(rated.rating().toRational());
        };
    }

    private static GateState state(@Nullable Interval score, Threshold threshold, Rational needed) {
        if (score == null) {
            return GateState.WAIVED;
        }
        boolean isStrict = threshold instanceof Threshold.MoreThan;
        if (reaches(score.low(), needed, isStrict)) {
            return GateState.PASSED;
        }
        return reaches(score.high(), needed, isStrict) ? GateState.PENDING : GateState.FAILED;
    }

    private static boolean reaches(Rational score, Rational needed, boolean isStrict) {
        return isStrict ? score.isMoreThan(needed) : score.isAtLeast(needed);
    }

    private GateFigure right(Gate.MinRight gate) {
        long right = 0;
        long pending = 0;
        long total = 0;
        List<String> unknown = new ArrayList<>();
        List<String> waived = new ArrayList<>();
        for (String section : gate.sections()) {
            LeafOfSection leaf = leafOf(section);
            QuestionCount questions =
                    leaf.result() == null ? null : leaf.result().questions();
            if (leaf.isWaived()) {
                waived.add(section);
            } else if (questions == null) {
                unknown.add(section);
            } else {
                right += questions.right();
                pending += questions.pending();
                total += questions.total();
            }
        }
        return new GateFigure.Right(right, pending, total, gate.atLeast().toRational(), unknown, waived);
    }

    private record LeafOfSection(boolean isWaived, @Nullable SectionResult result) {}

    private LeafOfSection leafOf(String section) {
        for (ExplainedNode node : nodes.values()) {
            if (node.evidence() instanceof LeafEvidence.Section(String of, SectionResult result)
                    && of.equals(section)) {
                return new LeafOfSection(node.standing() == null, result);
            }
        }
        throw new IllegalArgumentException("a gate names what the rubric does not have");
    }

    private GateFigure flags(Gate.NoRedFlags gate) {
        ExplainedNode root = nodes.get(rubric.criteria().id());
        boolean isComplete =
                root == null || root.standing() == null || root.standing().complete();
        return new GateFigure.Flags(
                flags(gate, FlagState.RAISED),
                flags(gate, FlagState.CONFIRMED),
                flags(gate, FlagState.DISMISSED),
                isComplete);
    }

    private List<String> flags(Gate.NoRedFlags gate, FlagState state) {
        return evidence.redFlags().stream()
                .filter(flag -> gate.counts(flag.category()) && flag.state() == state)
                .map(RedFlag::id)
                .toList();
    }

    private GateFigure attestations(Gate.Attestation gate) {
        List<Attestation> given = evidence.attestations().stream()
                .filter(attestation -> attestation.gate().equals(gate.id()))
                .toList();
        return new GateFigure.Attestations(given, gate.minAttestations());
    }

    private GateFigure answer(String criterion) {
        Boolean met = evidence.screening().stream()
                .filter(answer -> answer.criterion().equals(criterion))
                .findFirst()
                .map(ScreeningAnswer::met)
                .orElse(null);
        return new GateFigure.Answer(criterion, met);
    }
}
