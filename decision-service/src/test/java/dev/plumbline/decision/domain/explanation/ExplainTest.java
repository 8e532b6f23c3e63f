package dev.plumbline.decision.domain.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.kit.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The explanation of every worked case agrees with its decision. */
class ExplainTest {
    private static final Path VECTORS = ProjectFiles.root().resolve("decision-service/core/src/test/resources/vectors");

    static Stream<Path> vectors() throws IOException {
        List<Path> files;
        try (Stream<Path> edges = Files.list(VECTORS.resolve("edges"));
                Stream<Path> random = Files.list(VECTORS.resolve("random"))) {
            files = Stream.concat(edges, random).sorted().toList();
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_worked_case_is_explained_in_figures_that_agree(Path file) throws IOException {
        Evaluation evaluation = evaluation(file);
        CompiledRubric rubric = new CompiledRubric(evaluation.rubric());
        Decision decision = rubric.decide(evaluation.evidence());

        Explanation explanation =
                Explain.explain(rubric, new DerivedEvidence(evaluation.evidence(), List.of()), decision);

        checkTree(explanation, decision);
        explanation.gates().forEach(gate -> assertThat(ofFigures(gate)).isEqualTo(gate.state()));
        assertThat(explanation.reasons())
                .allSatisfy(sentence -> assertThat(sentence)
                        .matches("\\p{L}.*[.]")
                        .doesNotContain("null")
                        .doesNotContain("  "));
        assertThat(explanation.reasons().getFirst().toUpperCase(Locale.ROOT))
                .startsWith(decision.recommendation().name());
        explanation.spreads().forEach(spread -> assertThat(spread.raters()).isGreaterThan(1));
    }

    private static void checkTree(Explanation explanation, Decision decision) {
        List<ExplainedNode> nodes = explanation.tree().all().toList();
        assertThat(nodes).hasSameSizeAs(decision.nodes());
        for (ExplainedNode node : nodes) {
            NodeScore score = decision.node(node.criterion().id()).orElseThrow();
            assertThat(node.standing() == null).isEqualTo(score instanceof NodeScore.Waived);
            if (node.evidence() instanceof LeafEvidence.Question question && node.standing() != null) {
                assertThat(question.owed() == 0).isEqualTo(node.standing().complete());
            }
        }
        Interval total = decision.total();
        if (total != null) {
            List<ExplainedNode.Standing> leaves = nodes.stream()
                    .filter(node -> node.evidence() != null)
                    .map(ExplainedNode::standing)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(sum(leaves.stream().map(leaf -> leaf.contribution().low())))
                    .isEqualTo(total.low());
            assertThat(sum(leaves.stream().map(leaf -> leaf.contribution().high())))
                    .isEqualTo(total.high());
            assertThat(sum(leaves.stream().map(ExplainedNode.Standing::effectiveWeight)))
                    .isEqualTo(Rational.HUNDRED);
        }
    }

    /** Where a gate stands by its figures alone (decision semantics, section 5). */
    private static GateState ofFigures(ExplainedGate gate) {
        List<GateState> states = gate.figures().stream()
                .map(figure -> switch (figure) {
                    case GateFigure.Score score -> score.state();
                    case GateFigure.Right right -> ofRight(right, (Gate.MinRight) gate.gate());
                    case GateFigure.Flags flags -> ofFlags(flags);
                    case GateFigure.Attestations given -> ofAttestations(given);
                    case GateFigure.Answer answer -> ofAnswer(answer);
                })
                .toList();
        for (GateState state : List.of(GateState.FAILED, GateState.PENDING)) {
            if (states.contains(state)) {
                return state;
            }
        }
        return states.stream().allMatch(state -> state == GateState.WAIVED) ? GateState.WAIVED : GateState.PASSED;
    }

    private static GateState ofRight(GateFigure.Right right, Gate.MinRight gate) {
        if (right.waived().size() == gate.sections().size()) {
            return GateState.WAIVED;
        }
        if (!right.unknown().isEmpty()) {
            return GateState.PENDING;
        }
        if (Rational.of(right.right() * 100, right.total()).isAtLeast(right.needed())) {
            return GateState.PASSED;
        }
        Rational most = Rational.of((right.right() + right.pending()) * 100, right.total());
        return most.isAtLeast(right.needed()) ? GateState.PENDING : GateState.FAILED;
    }

    private static GateState ofFlags(GateFigure.Flags flags) {
        if (!flags.confirmed().isEmpty()) {
            return GateState.FAILED;
        }
        return flags.raised().isEmpty() && flags.evidenceIsComplete() ? GateState.PASSED : GateState.PENDING;
    }

    private static GateState ofAttestations(GateFigure.Attestations given) {
        if (given.met() + given.notMet() < given.needed() || given.met() == given.notMet()) {
            return GateState.PENDING;
        }
        return given.met() > given.notMet() ? GateState.PASSED : GateState.FAILED;
    }

    private static GateState ofAnswer(GateFigure.Answer answer) {
        Boolean met = answer.met();
        if (met == null) {
            return GateState.PENDING;
        }
        return met ? GateState.PASSED : GateState.FAILED;
    }

    private static Rational sum(Stream<Rational> numbers) {
        return numbers.reduce(Rational.ZERO, Rational::plus);
    }

    private static Evaluation evaluation(Path file) throws IOException {
        JsonNode vector = ExactJson.parse(Files.readString(file));
        return switch (EvaluationReader.read(((ObjectNode) vector).retain("rubric", "evidence"))) {
            case Reading.Valid<Evaluation>(Evaluation evaluation) -> evaluation;
            case Reading.Invalid<Evaluation> invalid -> throw new AssertionError(invalid);
        };
    }
}
