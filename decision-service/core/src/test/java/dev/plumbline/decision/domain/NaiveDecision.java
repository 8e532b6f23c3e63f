package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.NaiveTree.HUNDRED;
import static dev.plumbline.decision.domain.NaiveTree.fraction;

import dev.plumbline.decision.domain.NaiveTree.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The decision semantics once more, written from its text alone and as plainly as can be. It shares no code with what it
 * checks but the records.
 */
final class NaiveDecision {

    final Map<String, Score> nodes;
    final Map<String, GateState> gates = new TreeMap<>();
    final Score root;
    final @Nullable Band band;
    final Recommendation recommendation;

    private final Rubric rubric;
    private final Evidence evidence;
    private final NaiveTree tree;
    private final List<String> forThePanel = new ArrayList<>();

    NaiveDecision(Rubric rubric, Evidence evidence) {
        this.rubric = rubric;
        this.evidence = evidence;
        tree = new NaiveTree(rubric, evidence);
        nodes = tree.nodes;
        root = tree.root;
        rubric.gates().forEach(gate -> gates.put(gate.id(), state(gate)));
        band = root.isWaived() ? null : band();
        recommendation = recommend();
    }

    private Score node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private GateState state(Gate gate) {
        if (gate instanceof Gate.MinScore score) {
            return minScore(score);
        }
        if (gate instanceof Gate.MinRight right) {
            return minRight(right);
        }
        if (gate instanceof Gate.NoRedFlags flags) {
            return noRedFlags(flags);
        }
        if (gate instanceof Gate.Attestation attestation) {
            return attestation(attestation);
        }
        return screening((Gate.Screening) gate);
    }

    private GateState minScore(Gate.MinScore gate) {
        List<GateState> states = gate.nodes().stream()
                .map(node -> minScore(node(node), gate.threshold()))
                .toList();
        if (states.contains(GateState.FAILED)) {
            return GateState.FAILED;
        }
        if (states.contains(GateState.PENDING)) {
            return GateState.PENDING;
        }
        return states.contains(GateState.PASSED) ? GateState.PASSED : GateState.WAIVED;
    }

    private GateState minScore(Score score, Threshold threshold) {
        if (score.isWaived()) {
            return GateState.WAIVED;
        }
        if (threshold instanceof Threshold.MoreThan more) {
            BigFraction percent = fraction(more.percent());
            if (score.lowest().compareTo(percent) > 0) {
                return GateState.PASSED;
            }
            return score.highest().compareTo(percent) <= 0 ? GateState.FAILED : GateState.PENDING;
        }
        BigFraction percent = threshold instanceof Threshold.AtLeast least
                ? fraction(least.percent())
                : tree.percent(fraction(((Threshold.AtLeastRating) threshold).rating()));
        if (score.lowest().compareTo(percent) >= 0) {
            return GateState.PASSED;
        }
        return score.highest().compareTo(percent) < 0 ? GateState.FAILED : GateState.PENDING;
    }

    private GateState minRight(Gate.MinRight gate) {
        List<String> sections = gate.sections().stream()
                .filter(section -> !node(leafOf(section, rubric.criteria())).isWaived())
                .toList();
        if (sections.isEmpty()) {
            return GateState.WAIVED;
        }
        List<QuestionCount> counts = evidence.sections().stream()
                .filter(result -> sections.contains(result.section()) && result.questions() != null)
                .map(result -> Objects.requireNonNull(result.questions()))
                .toList();
        if (counts.size() < sections.size()) {
            return GateState.PENDING;
        }
        int total = counts.stream().mapToInt(QuestionCount::total).sum();
        int right = counts.stream().mapToInt(QuestionCount::right).sum();
        int pending = counts.stream().mapToInt(QuestionCount::pending).sum();
        BigFraction atLeast = fraction(gate.atLeast());
        if (BigFraction.of(right, total).multiply(HUNDRED).compareTo(atLeast) >= 0) {
            return GateState.PASSED;
        }
        return BigFraction.of(right + pending, total).multiply(HUNDRED).compareTo(atLeast) < 0
                ? GateState.FAILED
                : GateState.PENDING;
    }

    private static String leafOf(String section, Criterion.Inner inner) {
        for (Criterion.Part part : inner.parts()) {
            if (part.criterion() instanceof Criterion.Leaf leaf
                    && leaf.source().equals(new EvidenceSource.AssessmentSection(section))) {
                return leaf.id();
            }
            if (part.criterion() instanceof Criterion.Inner below) {
                String found = leafOf(section, below);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private GateState noRedFlags(Gate.NoRedFlags gate) {
        List<FlagState> states = evidence.redFlags().stream()
                .filter(flag -> gate.categories().isEmpty() || gate.categories().contains(flag.category()))
                .map(RedFlag::state)
                .toList();
        if (states.contains(FlagState.CONFIRMED)) {
            return GateState.FAILED;
        }
        if (states.contains(FlagState.RAISED)) {
            forThePanel.add(gate.id());
            return GateState.PENDING;
        }
        return root.isWaived() || root.complete() ? GateState.PASSED : GateState.PENDING;
    }

    private GateState attestation(Gate.Attestation gate) {
        List<Boolean> said = evidence.attestations().stream()
                .filter(attestation -> attestation.gate().equals(gate.id()))
                .map(Attestation::met)
                .toList();
        long met = said.stream().filter(Boolean.TRUE::equals).count();
        if (said.size() < gate.minAttestations()) {
            return GateState.PENDING;
        }
        if (met * 2 == said.size()) {
            forThePanel.add(gate.id());
            return GateState.PENDING;
        }
        return met * 2 > said.size() ? GateState.PASSED : GateState.FAILED;
    }

    private GateState screening(Gate.Screening gate) {
        List<ScreeningAnswer> answers = evidence.screening().stream()
                .filter(answer -> gate.criteria().contains(answer.criterion()) && answer.met() != null)
                .toList();
        if (answers.stream().anyMatch(answer -> Boolean.FALSE.equals(answer.met()))) {
            return GateState.FAILED;
        }
        return answers.size() < gate.criteria().size() ? GateState.PENDING : GateState.PASSED;
    }

    private @Nullable Band band() {
        BigFraction strongAt = fraction(rubric.bands().strongAt());
        BigFraction failBelow = fraction(rubric.bands().failBelow());
        if (root.lowest().compareTo(strongAt) >= 0) {
            return Band.STRONG;
        }
        if (root.highest().compareTo(failBelow) < 0) {
            return Band.FAIL;
        }
        return root.lowest().compareTo(failBelow) >= 0 && root.highest().compareTo(strongAt) < 0 ? Band.DISCUSS : null;
    }

    private Recommendation recommend() {
        boolean rejects = rubric.gates().stream()
                .anyMatch(gate -> gates.get(gate.id()) == GateState.FAILED && gate.onFail() == Gate.OnFail.REJECT);
        if (rejects) {
            return Recommendation.REJECT; // 1
        }
        if (root.isWaived()) {
            return Recommendation.PENDING;
        }
        if (band == Band.FAIL) {
            return Recommendation.REJECT; // 2
        }
        if (band == Band.STRONG && gates.values().stream().allMatch(state -> state == GateState.PASSED)) {
            return Recommendation.ADVANCE; // 3
        }
        if ((band == Band.STRONG || band == Band.DISCUSS) && !gates.containsValue(GateState.PENDING)) {
            return Recommendation.DISCUSS; // 4
        }
        boolean isForThePanel = gates.entrySet().stream()
                .filter(gate -> gate.getValue() == GateState.PENDING)
                .allMatch(gate -> forThePanel.contains(gate.getKey()));
        return root.complete() && isForThePanel ? Recommendation.DISCUSS : Recommendation.PENDING; // 5, 6
    }
}
