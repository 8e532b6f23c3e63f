package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.Samples.atLeast;
import static dev.plumbline.decision.domain.Samples.figure;
import static dev.plumbline.decision.domain.Samples.inner;
import static dev.plumbline.decision.domain.Samples.minRight;
import static dev.plumbline.decision.domain.Samples.oneQuestion;
import static dev.plumbline.decision.domain.Samples.oneSection;
import static dev.plumbline.decision.domain.Samples.question;
import static dev.plumbline.decision.domain.Samples.rated;
import static dev.plumbline.decision.domain.Samples.result;
import static dev.plumbline.decision.domain.Samples.rubric;
import static dev.plumbline.decision.domain.Samples.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.decision.domain.Gate.OnFail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing can be made that the semantics do not know. */
class RangesTest {

    private static void refused(ThrowingCallable... makings) {
        Stream.of(makings)
                .forEach(making -> assertThatIllegalArgumentException().isThrownBy(making));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000b", "a\u007f", "\ud800", "a\udc00b", "\ud83d", "\ud83dx"})
    void refuses_ids_that_are_none(String id) {
        refused(
                () -> section(id),
                () -> question(id, 1),
                () -> new EvidenceSource.AssessmentSection(id),
                () -> new EvidenceSource.InterviewQuestion(id, 1),
                () -> inner(id, List.of("100"), section("s")),
                () -> new Criterion.Leaf(id, "name", false, new EvidenceSource.AssessmentSection("s")),
                () -> atLeast("1", id),
                () -> new Gate.MinScore(id, OnFail.REJECT, List.of("n"), new Threshold.AtLeast(Figure.ONE)),
                () -> new Gate.MinRight(id, OnFail.REJECT, List.of("s"), Figure.ONE),
                () -> new Gate.NoRedFlags(id, OnFail.REJECT, Set.of()),
                () -> new Gate.Attestation(id, OnFail.REJECT, 1),
                () -> new Gate.Screening(id, OnFail.REJECT, List.of("c")));
        refused(
                () -> result(id, "1", "1", "0"),
                () -> new Panel(id, List.of()),
                () -> new Panel("q", List.of(id)),
                () -> new Rating(id, "ana", null),
                () -> new Rating("q", id, null),
                () -> new RedFlag(id, FlagCategory.OTHER, FlagState.RAISED),
                () -> new Attestation(id, "ana", true),
                () -> new Attestation("g", id, true),
                () -> new ScreeningAnswer(id, true),
                () -> Samples.waiver(id),
                () -> new Lifecycle(Lifecycle.Status.SUBMITTED, id, 1, "x"),
                () -> new Lifecycle(Lifecycle.Status.SUBMITTED, "j", 1, id));
    }

    @Test
    void takes_ids_of_any_script() {
        assertThat(section("\u00e4\u4e2d\ud83d\ude00 b").id()).hasSize(6);
    }

    @Test
    void refuses_figures_out_of_their_range() {
        refused(
                () -> result("s", "-0.0001", "1", "0"),
                () -> result("s", "0", "0", "0"),
                () -> result("s", "0", "-1", "0"),
                () -> result("s", "0", "1", "-1"),
                () -> result("s", "1", "1", "0.0001"),
                () -> new QuestionCount(-1, 1, 0),
                () -> new QuestionCount(0, 0, 0),
                () -> new QuestionCount(0, 1, -1),
                () -> new QuestionCount(1, 1, 1),
                () -> new QuestionCount(Integer.MAX_VALUE, Integer.MAX_VALUE, 1),
                () -> new Rating("q", "ana", figure("-1")),
                () -> new Lifecycle(Lifecycle.Status.SUBMITTED, "j", 0, "x"));
        assertThat(result("s", "0", "0.0001", "0.0001").pending()).isEqualTo(figure("0.0001"));
        assertThat(new QuestionCount(1, 2, 1).total()).isEqualTo(2);
        assertThat(new Rating("q", "ana", Figure.ZERO).rating()).isEqualTo(Figure.ZERO);
    }

    @Test
    void refuses_scales_bands_weights_and_thresholds_out_of_their_range() {
        refused(
                () -> new RatingScale(figure("-1"), Figure.ONE, RatingScale.Mapping.MIN_MAX),
                () -> new RatingScale(Figure.ONE, Figure.ONE, RatingScale.Mapping.MIN_MAX),
                () -> new Bands(figure("60"), figure("60.0001")),
                () -> new Bands(figure("100.0001"), figure("60")),
                () -> new Bands(figure("60"), figure("-0.0001")),
                () -> new Criterion.Part(Figure.ZERO, section("s")),
                () -> inner("root", List.of("99.9999"), section("s")),
                () -> inner("root", List.of()),
                () -> question("q", 0),
                () -> new Gate.Attestation("g", OnFail.REJECT, 0),
                () -> atLeast("100.0001", "s"),
                () -> Samples.moreThan("-1", "s"),
                () -> minRight("101", "s"),
                () -> atLeast("1"),
                () -> atLeast("1", "a", "a"),
                () -> new Interval(Rational.ONE, Rational.ZERO));
        assertThat(new RatingScale(Figure.ZERO, figure("0.0001"), RatingScale.Mapping.MIN_MAX).contains(Figure.ZERO))
                .isTrue();
        assertThat(new Bands(Figure.HUNDRED, Figure.HUNDRED).strongAt()).isEqualTo(Figure.HUNDRED);
        assertThat(new Bands(Figure.ZERO, Figure.ZERO).failBelow()).isEqualTo(Figure.ZERO);
    }

    @Test
    void refuses_what_is_named_twice() {
        Rating rating = Samples.rating("q", "ana", "1");
        refused(
                () -> Samples.evidence(result("s", "1", "1", "0"), result("s", "0", "1", "0")),
                () -> Samples.evidence(rating, Samples.rating("q", "ben", "1"), rating),
                () -> Samples.evidence(
                        new RedFlag("f", FlagCategory.OTHER, FlagState.RAISED),
                        new RedFlag("f", FlagCategory.OTHER, FlagState.DISMISSED)),
                () -> Samples.evidence(new Attestation("g", "ana", true), new Attestation("g", "ana", false)),
                () -> Samples.evidence(new ScreeningAnswer("c", true), new ScreeningAnswer("c", true)),
                () -> new ScreeningAnswers(List.of(new ScreeningAnswer("c", true), new ScreeningAnswer("c", null))),
                () -> Samples.evidence(Samples.waiver("n"), Samples.waiver("n")));
    }

    @Test
    void is_the_same_evidence_in_any_order() {
        List<Object> rows = new ArrayList<>(List.of(
                Samples.rating("q", "ben", "1"),
                Samples.rating("q", "ana", "2"),
                Samples.rating("p", "zoe", null),
                new Panel("q", List.of("ben")),
                new Panel("q", List.of("ana", "ben")),
                new Panel("p", List.of())));
        Evidence evidence = Samples.evidence(rows.toArray());
        Collections.reverse(rows);

        assertThat(Samples.evidence(rows.toArray())).isEqualTo(evidence);
        assertThat(evidence.panel()).containsExactly(new Panel("p", List.of()), new Panel("q", List.of("ana", "ben")));
        assertThat(evidence.ratings()).extracting(Rating::rater).containsExactly("zoe", "ana", "ben");
    }

    @Test
    void refuses_rubrics_whose_parts_do_not_fit_together() {
        Criterion.Inner mixed = inner("root", List.of("50", "50"), section("s"), question("q", 1));
        refused(
                () -> new CompiledRubric(oneSection(atLeast("1", "nowhere"))),
                () -> new CompiledRubric(oneSection(minRight("1", "nowhere"))),
                () -> new CompiledRubric(oneQuestion(1, minRight("1", "q"))),
                () -> new CompiledRubric(rubric(mixed, rated("3", "s"))),
                () -> new CompiledRubric(rubric(mixed, rated("3", "root"))),
                () -> new CompiledRubric(oneQuestion(1, rated("5.0001", "q"))),
                () -> new CompiledRubric(oneQuestion(1, rated("0.9999", "q"))),
                () -> new CompiledRubric(oneSection(atLeast("1", "s"), atLeast("2", "s"))),
                () -> new CompiledRubric(rubric(inner("s", List.of("100"), section("s")))),
                () -> new CompiledRubric(rubric(inner(
                        "root",
                        List.of("50", "50"),
                        section("s"),
                        new Criterion.Leaf("t", "t", false, new EvidenceSource.AssessmentSection("s"))))),
                () -> new CompiledRubric(rubric(inner(
                        "root",
                        List.of("50", "50"),
                        question("q", 1),
                        new Criterion.Leaf("t", "t", false, new EvidenceSource.InterviewQuestion("q", 2))))));
        assertThat(new CompiledRubric(rubric(mixed, rated("5", "q"))).rubric().gates())
                .hasSize(1);
        assertThat(new CompiledRubric(rubric(inner(
                                "root",
                                List.of("50", "50"),
                                section("s"),
                                new Criterion.Leaf("t", "t", false, new EvidenceSource.InterviewQuestion("s", 2)))))
                        .nodes())
                .hasSize(3);
    }

    @Test
    void refuses_rubrics_that_are_too_large() {
        refused(
                () -> new CompiledRubric(rubric(chain(7))),
                () -> new CompiledRubric(rubric(wide(500))),
                () -> oneSection(Collections.nCopies(101, atLeast("1", "s")).toArray(Gate[]::new)));
        assertThat(new CompiledRubric(rubric(chain(6))).nodes()).hasSize(6);
        assertThat(new CompiledRubric(rubric(wide(499))).nodes()).hasSize(500);
        assertThat(oneSection(Collections.nCopies(100, atLeast("1", "s")).toArray(Gate[]::new))
                        .gates())
                .hasSize(100);
    }

    /** A tree so deep, of one leaf. */
    private static Criterion.Inner chain(int depth) {
        Criterion child = section("leaf");
        for (int i = depth - 1; i > 1; i--) {
            child = inner("level-" + i, List.of("100"), child);
        }
        return inner("root", List.of("100"), child);
    }

    /** A root with so many leaves. */
    private static Criterion.Inner wide(int leaves) {
        List<Criterion.Part> parts = new ArrayList<>();
        for (int i = 1; i < leaves; i++) {
            parts.add(new Criterion.Part(figure("0.1"), section("s" + i)));
        }
        long rest = Figure.HUNDRED.tenThousandths() - (leaves - 1) * 1_000L;
        parts.add(new Criterion.Part(new Figure(rest), section("last")));
        return new Criterion.Inner("root", "root", false, parts);
    }
}
