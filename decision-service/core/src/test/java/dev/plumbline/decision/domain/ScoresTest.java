package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.Samples.evidence;
import static dev.plumbline.decision.domain.Samples.figure;
import static dev.plumbline.decision.domain.Samples.inner;
import static dev.plumbline.decision.domain.Samples.oneQuestion;
import static dev.plumbline.decision.domain.Samples.oneSection;
import static dev.plumbline.decision.domain.Samples.question;
import static dev.plumbline.decision.domain.Samples.rating;
import static dev.plumbline.decision.domain.Samples.result;
import static dev.plumbline.decision.domain.Samples.rubric;
import static dev.plumbline.decision.domain.Samples.section;
import static dev.plumbline.decision.domain.Samples.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static String shown(Rubric rubric, String node, Object... rows) {
        return switch (Decide.decide(rubric, evidence(rows)).node(node).orElseThrow()) {
            case NodeScore.Waived _ -> "waived";
            case NodeScore.Scored scored ->
                scored.interval().low().toDisplay() + " "
                        + scored.interval().high().toDisplay() + " " + (scored.complete() ? "complete" : "incomplete");
        };
    }

    @Test
    void knows_nothing_of_a_section_without_a_result() {
        assertThat(shown(oneSection(), "s")).isEqualTo("0.00 100.00 incomplete");
        assertThat(shown(oneSection(), "s", result("other", "1", "1", "0"))).isEqualTo("0.00 100.00 incomplete");
    }

    @Test
    void leaves_a_section_open_by_what_is_pending() {
        assertThat(shown(oneSection(), "s", result("s", "8.5", "10", "0"))).isEqualTo("85.00 85.00 complete");
        assertThat(shown(oneSection(), "s", result("s", "8.5", "10", "1.5"))).isEqualTo("85.00 100.00 incomplete");
        assertThat(shown(oneSection(), "s", result("s", "0", "3", "2"))).isEqualTo("0.00 66.66 incomplete");
    }

    @Test
    void puts_every_outstanding_rating_at_the_ends_of_the_scale() {
        Rubric rubric = oneQuestion(2);

        assertThat(shown(rubric, "q")).isEqualTo("20.00 100.00 incomplete");
        assertThat(shown(rubric, "q", rating("q", "ana", "4"))).isEqualTo("50.00 90.00 incomplete");
        assertThat(shown(rubric, "q", rating("q", "ana", "4"), rating("q", "ben", "3")))
                .isEqualTo("70.00 70.00 complete");
    }

    @Test
    void waits_for_the_panel_beyond_the_minimum() {
        Panel panel = new Panel("q", List.of("cy", "ana", "ben", "ana"));

        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "ben", "4"))).isEqualTo("40.00 93.33 incomplete");
        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "zoe", "4"))).isEqualTo("35.00 95.00 incomplete");
    }

    @Test
    void takes_not_applicable_for_an_answer_that_does_not_count() {
        Panel panel = new Panel("q", List.of("ana", "ben"));

        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "ana", null), rating("q", "ben", "4")))
                .isEqualTo("80.00 80.00 complete");
        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "ana", null), rating("q", "ben", null)))
                .isEqualTo("20.00 100.00 incomplete");
    }

    @Test
    void takes_a_rating_outside_the_scale_for_absent() {
        Panel panel = new Panel("q", List.of("ana"));

        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "ana", "6"))).isEqualTo("20.00 100.00 incomplete");
        assertThat(shown(oneQuestion(1), "q", panel, rating("q", "ana", "0.5"))).isEqualTo("20.00 100.00 incomplete");
        assertThat(shown(oneQuestion(1), "q", rating("q", "ana", "6"), rating("q", "ben", "5")))
                .isEqualTo("100.00 100.00 complete");
    }

    @Test
    void counts_a_billion_raters_who_are_still_to_come() {
        assertThat(shown(oneQuestion(999_999_999), "q", rating("q", "ana", "5")))
                .isEqualTo("20.00 100.00 incomplete");
    }

    @Test
    void maps_ratings_as_the_scale_says() {
        RatingScale minMax = new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.MIN_MAX);

        assertThat(minMax.toPercent(Rational.of(3, 1))).isEqualTo(Rational.of(50, 1));
        assertThat(minMax.toPercent(Rational.ONE)).isEqualTo(Rational.ZERO);
        assertThat(Samples.ONE_TO_FIVE.toPercent(Rational.of(3, 1))).isEqualTo(Rational.of(60, 1));
    }

    @Test
    void makes_three_thirds_whole() {
        Rubric rubric = rubric(
                inner("root", List.of("33.3333", "33.3333", "33.3334"), section("a"), section("b"), section("c")));

        assertThat(shown(
                        rubric,
                        "root",
                        result("a", "80", "100", "0"),
                        result("b", "80", "100", "0"),
                        result("c", "80", "100", "0")))
                .isEqualTo("80.00 80.00 complete");
        assertThat(shown(oneQuestion(3), "q", rating("q", "a", "4"), rating("q", "b", "4"), rating("q", "c", "4")))
                .isEqualTo("80.00 80.00 complete");
    }

    @Test
    void renormalises_the_weights_of_what_is_not_waived() {
        Rubric rubric = rubric(inner("root", List.of("50", "25", "25"), section("a"), section("b"), question("c", 1)));
        Object[] rows = {result("a", "100", "100", "0"), result("b", "40", "100", "20")};

        assertThat(shown(rubric, "root", rows)).isEqualTo("65.00 90.00 incomplete");
        assertThat(shown(rubric, "root", rows[0], rows[1], waiver("c"))).isEqualTo("80.00 86.66 incomplete");
        assertThat(shown(rubric, "root", rows[0], rows[1], waiver("c"), waiver("b")))
                .isEqualTo("100.00 100.00 complete");
    }

    @Test
    void waives_all_below_a_waived_node_and_what_is_waived_in_all_its_parts() {
        Criterion.Inner left = inner("left", List.of("60", "40"), section("a"), section("b"));
        Rubric rubric = rubric(inner("root", List.of("50", "50"), left, section("c")));

        assertThat(shown(rubric, "b", waiver("left"))).isEqualTo("waived");
        assertThat(shown(rubric, "left", waiver("a"), waiver("b"))).isEqualTo("waived");
        assertThat(shown(rubric, "root", waiver("a"), waiver("b"), result("c", "1", "2", "0")))
                .isEqualTo("50.00 50.00 complete");
        assertThat(shown(rubric, "root", waiver("left"), waiver("c"))).isEqualTo("waived");
        assertThat(shown(rubric, "c", waiver("nowhere"), result("c", "1", "2", "0")))
                .isEqualTo("50.00 50.00 complete");
    }

    @Test
    void finds_only_nodes_of_the_rubric() {
        Decision decision = Decide.decide(oneSection(), Evidence.NONE);

        assertThat(decision.nodes()).extracting(NodeScore::node).containsExactly("root", "s");
        assertThat(decision.node("root")).isPresent();
        assertThat(decision.node("r")).isEmpty();
        assertThat(decision.node("zzz")).isEmpty();
    }

    @Test
    void ranks_by_low_then_by_high_on_exact_values() {
        Interval third = new Interval(Rational.of(200, 3), Rational.of(200, 3));
        Interval shownAlike = new Interval(figure("66.66").toRational(), Rational.HUNDRED);
        Interval wider = new Interval(Rational.of(200, 3), Rational.HUNDRED);

        assertThat(List.of(shownAlike, third, wider).stream().sorted(Interval.STRONGEST_FIRST))
                .containsExactly(wider, third, shownAlike);
    }

    @Test
    void contains_what_lies_within_its_ends() {
        Interval whole = Interval.UNKNOWN;
        Interval half = new Interval(Rational.of(25, 1), Rational.of(75, 1));

        assertThat(whole.contains(half)).isTrue();
        assertThat(half.contains(half)).isTrue();
        assertThat(half.contains(whole)).isFalse();
        assertThat(half.contains(new Interval(Rational.of(24, 1), Rational.of(75, 1))))
                .isFalse();
        assertThat(half.contains(new Interval(Rational.of(25, 1), Rational.of(76, 1))))
                .isFalse();
    }

    @Test
    void decides_alike_with_and_without_a_compiled_rubric() {
        Evidence evidence = evidence(result("s", "1", "2", "0"));

        assertThat(new CompiledRubric(oneSection()).decide(evidence)).isEqualTo(Decide.decide(oneSection(), evidence));
    }
}
