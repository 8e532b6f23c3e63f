package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.Samples.atLeast;
import static dev.plumbline.decision.domain.Samples.evidence;
import static dev.plumbline.decision.domain.Samples.inner;
import static dev.plumbline.decision.domain.Samples.minRight;
import static dev.plumbline.decision.domain.Samples.moreThan;
import static dev.plumbline.decision.domain.Samples.noRedFlags;
import static dev.plumbline.decision.domain.Samples.oneQuestion;
import static dev.plumbline.decision.domain.Samples.oneSection;
import static dev.plumbline.decision.domain.Samples.question;
import static dev.plumbline.decision.domain.Samples.rated;
import static dev.plumbline.decision.domain.Samples.rating;
import static dev.plumbline.decision.domain.Samples.result;
import static dev.plumbline.decision.domain.Samples.rubric;
import static dev.plumbline.decision.domain.Samples.section;
import static dev.plumbline.decision.domain.Samples.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Gate.OnFail;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static GateState state(Rubric rubric, Object... rows) {
        return Decide.decide(rubric, evidence(rows)).gates().getFirst().state();
    }

    private static Rubric twoSections(Gate gate) {
        return rubric(inner("root", List.of("50", "50"), section("a"), section("b")), gate);
    }

    @Test
    void passes_at_least_at_the_threshold_itself() {
        Rubric rubric = oneSection(atLeast("70", "s"));

        assertThat(state(rubric, result("s", "70", "100", "0"))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, result("s", "69.9999", "100", "0"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, result("s", "60", "100", "10"))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("s", "60", "100", "9.9999"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric)).isEqualTo(GateState.PENDING);
    }

    @Test
    void passes_more_than_only_above_the_threshold() {
        Rubric rubric = oneSection(moreThan("70", "s"));

        assertThat(state(rubric, result("s", "70.0001", "100", "0"))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, result("s", "70", "100", "0"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, result("s", "70", "100", "1"))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("s", "60", "100", "10"))).isEqualTo(GateState.FAILED);
        assertThat(state(oneSection(moreThan("100", "s")))).isEqualTo(GateState.FAILED);
    }

    @Test
    void maps_a_rating_that_is_asked_for_like_a_rating_that_is_given() {
        assertThat(state(oneQuestion(1, rated("3", "q")), rating("q", "ana", "3")))
                .isEqualTo(GateState.PASSED);
        assertThat(state(oneQuestion(1, rated("3", "root")), rating("q", "ana", "2.9999")))
                .isEqualTo(GateState.FAILED);
        Rubric minMax = new Rubric(
                new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.MIN_MAX),
                inner("root", List.of("100"), question("q", 1)),
                List.of(rated("3", "q")),
                Samples.EIGHTY_SIXTY);
        assertThat(state(minMax, rating("q", "ana", "3"))).isEqualTo(GateState.PASSED);
        assertThat(state(minMax, rating("q", "ana", "2.9"))).isEqualTo(GateState.FAILED);
    }

    @Test
    void fails_over_several_nodes_if_one_fails_and_waits_if_one_is_open() {
        Rubric rubric = twoSections(atLeast("70", "a", "b"));

        assertThat(state(rubric, result("b", "1", "100", "0"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, result("a", "1", "100", "0"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, result("a", "90", "100", "0"))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("a", "90", "100", "0"), waiver("b"))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, result("a", "1", "100", "0"), waiver("b"))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, waiver("b"))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("a", "90", "100", "0"), waiver("a"), waiver("b")))
                .isEqualTo(GateState.WAIVED);
        assertThat(state(rubric, waiver("root"))).isEqualTo(GateState.WAIVED);
    }

    @Test
    void counts_right_answers_over_all_its_sections() {
        Rubric rubric = twoSections(minRight("70", "a", "b"));

        assertThat(state(rubric, result("a", "0", count(6, 6, 0)), result("b", "0", count(1, 4, 0))))
                .isEqualTo(GateState.PASSED);
        assertThat(state(rubric, result("a", "100", count(5, 6, 0)), result("b", "100", count(1, 4, 0))))
                .isEqualTo(GateState.FAILED);
        assertThat(state(rubric, result("a", "100", count(5, 6, 1)), result("b", "0", count(1, 4, 0))))
                .isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("a", "100", count(4, 6, 0)), result("b", "0", count(1, 4, 1))))
                .isEqualTo(GateState.FAILED);
    }

    @Test
    void waits_while_a_section_has_no_questions_even_where_the_rest_decides() {
        Rubric rubric = twoSections(minRight("70", "a", "b"));

        assertThat(state(rubric, result("a", "0", count(0, 1000, 0)), result("b", "9", "10", "0")))
                .isEqualTo(GateState.PENDING);
        assertThat(state(rubric, result("b", "0", count(1000, 1000, 0)))).isEqualTo(GateState.PENDING);
        assertThat(state(oneSection(minRight("0", "s")))).isEqualTo(GateState.PENDING);
        assertThat(state(oneSection(minRight("0", "s")), result("s", "0", count(0, 1, 0))))
                .isEqualTo(GateState.PASSED);
    }

    @Test
    void leaves_out_sections_waived_through_whatever_is_above_them() {
        Criterion.Inner left = inner("left", List.of("100"), section("a"));
        Rubric rubric = rubric(inner("root", List.of("50", "50"), left, section("b")), minRight("70", "a", "b"));
        SectionResult right = result("b", "0", count(7, 10, 0));

        assertThat(state(rubric, right, waiver("left"))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, right, waiver("left"), result("a", "0", count(0, 90, 0))))
                .isEqualTo(GateState.PASSED);
        assertThat(state(rubric, right, waiver("left"), waiver("b"))).isEqualTo(GateState.WAIVED);
        assertThat(state(rubric, right, waiver("root"))).isEqualTo(GateState.WAIVED);
        assertThat(state(rubric, right)).isEqualTo(GateState.PENDING);
    }

    private static QuestionCount count(int right, int total, int pending) {
        return new QuestionCount(right, total, pending);
    }

    @Test
    void bars_by_confirmed_flags_and_waits_for_raised_ones() {
        Rubric rubric = oneSection(noRedFlags());
        SectionResult full = result("s", "1", "1", "0");

        assertThat(state(rubric, full)).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, full, flag("1", FlagState.DISMISSED))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, full, flag("1", FlagState.RAISED))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, full, flag("1", FlagState.RAISED), flag("2", FlagState.CONFIRMED)))
                .isEqualTo(GateState.FAILED);
        assertThat(state(rubric, flag("1", FlagState.CONFIRMED))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric)).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, waiver("root"))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, waiver("s"), flag("1", FlagState.RAISED))).isEqualTo(GateState.PENDING);
    }

    @Test
    void looks_at_flags_of_its_categories_only() {
        Rubric rubric = oneSection(noRedFlags(FlagCategory.ETHICAL_LAPSE));
        SectionResult full = result("s", "1", "1", "0");

        assertThat(state(rubric, full, flag("1", FlagState.CONFIRMED))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, full, new RedFlag("1", FlagCategory.ETHICAL_LAPSE, FlagState.CONFIRMED)))
                .isEqualTo(GateState.FAILED);
    }

    @Test
    void lists_categories_in_the_order_of_their_declaration() {
        assertThat(new Gate.NoRedFlags("g", OnFail.REJECT, Set.of(FlagCategory.OTHER, FlagCategory.ETHICAL_LAPSE))
                        .orderedCategories())
                .containsExactly(FlagCategory.ETHICAL_LAPSE, FlagCategory.OTHER);
        assertThat(new Gate.NoRedFlags("g", OnFail.REJECT, Set.of()).orderedCategories())
                .isEmpty();
    }

    private static RedFlag flag(String id, FlagState state) {
        return new RedFlag(id, FlagCategory.OTHER, state);
    }

    @Test
    void goes_with_the_majority_of_attestations_once_there_are_enough() {
        Rubric rubric = oneSection(Samples.attestation(OnFail.REJECT, 2));

        assertThat(state(rubric)).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, said("ana", true))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, said("ana", false))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, said("ana", true), said("ben", false))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, said("ana", true), said("ben", true))).isEqualTo(GateState.PASSED);
        assertThat(state(rubric, said("ana", false), said("ben", false))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, said("ana", true), said("ben", false), said("cy", false)))
                .isEqualTo(GateState.FAILED);
        assertThat(state(rubric, said("ana", true), new Attestation("another", "ben", true)))
                .isEqualTo(GateState.PENDING);
    }

    private static Attestation said(String rater, boolean met) {
        return new Attestation("baseline", rater, met);
    }

    @Test
    void screens_by_every_named_criterion() {
        Rubric rubric = oneSection(Samples.screening(OnFail.REJECT, "permit", "licence"));

        assertThat(state(rubric)).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, met("permit", true))).isEqualTo(GateState.PENDING);
        assertThat(state(rubric, met("permit", true), new ScreeningAnswer("licence", null)))
                .isEqualTo(GateState.PENDING);
        assertThat(state(rubric, met("licence", false))).isEqualTo(GateState.FAILED);
        assertThat(state(rubric, met("permit", false), new ScreeningAnswer("licence", null)))
                .isEqualTo(GateState.FAILED);
        assertThat(state(rubric, met("permit", true), met("licence", true), met("other", false)))
                .isEqualTo(GateState.PASSED);
    }

    private static ScreeningAnswer met(String criterion, boolean met) {
        return new ScreeningAnswer(criterion, met);
    }
}
