package dev.plumbline.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final List<Item.Option> OPTIONS =
            List.of(new Item.Option("a", "A"), new Item.Option("b", "B"), new Item.Option("c", "C"));
    private static final Item.SingleChoice SINGLE =
            new Item.SingleChoice("single", "?", new BigDecimal("5"), OPTIONS, "b", null);
    private static final Item.MultipleChoice MULTIPLE =
            new Item.MultipleChoice("multiple", "?", new BigDecimal("5"), OPTIONS, List.of("c", "a"), null);
    private static final Item.Written ESSAY = new Item.Written(
            "essay", "?", new BigDecimal("10"), 100, 3, List.of(criterion("clarity"), criterion("empathy")));

    private static Item.Criterion criterion(String id) {
        return new Item.Criterion(id, id, List.of("1", "2", "3", "4", "5"));
    }

    private static ItemScore.Outcome state(Item item, Answer answer) {
        return Scoring.score(item, answer, List.of()).outcome();
    }

    @Test
    void multiple_choice_earns_all_or_nothing() {
        assertThat(state(MULTIPLE, new Answer.Choice(List.of("a", "c")))).isEqualTo(ItemScore.Outcome.RIGHT);
        assertThat(state(MULTIPLE, new Answer.Choice(List.of("c", "a")))).isEqualTo(ItemScore.Outcome.RIGHT);
        assertThat(state(MULTIPLE, new Answer.Choice(List.of("a")))).isEqualTo(ItemScore.Outcome.WRONG);
        assertThat(state(MULTIPLE, new Answer.Choice(List.of("a", "b", "c")))).isEqualTo(ItemScore.Outcome.WRONG);
        assertThat(state(MULTIPLE, new Answer.Choice(List.of()))).isEqualTo(ItemScore.Outcome.UNANSWERED);
    }

    @Test
    void an_answer_of_another_kind_is_wrong_not_an_error() {
        assertThat(state(SINGLE, new Answer.Number(BigDecimal.ONE))).isEqualTo(ItemScore.Outcome.WRONG);
        assertThat(state(MULTIPLE, new Answer.Text("a, c"))).isEqualTo(ItemScore.Outcome.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, 90, RIGHT", "90, 0, 90.0000, RIGHT", "90, 0, 90.0001, WRONG", "90, 0, -90, WRONG",
        "12.5, 0.1, 12.4, RIGHT", "12.5, 0.1, 12.6, RIGHT", "12.5, 0.1, 12.60001, WRONG", "0, 0, 0E+5, RIGHT"
    })
    void a_number_is_right_within_its_tolerance(
            BigDecimal value, BigDecimal tolerance, BigDecimal given, ItemScore.Outcome expected) {
        Item item = new Item.Numeric("numeric", "?", BigDecimal.ONE, value, tolerance, null);
        assertThat(state(item, new Answer.Number(given))).isEqualTo(expected);
    }

    @Test
    void three_raters_give_exact_thirds() {
        List<Marks> marks = List.of(
                new Marks("r1", Map.of("clarity", 4, "empathy", 5)),
                new Marks("r2", Map.of("clarity", 3, "empathy", 3)),
                new Marks("r3", Map.of("clarity", 5, "empathy", 5)));
        ItemScore score = Scoring.score(ESSAY, new Answer.Text("Hello"), marks);
        // 10 * (9 + 6 + 10) / (3 * 2 * 5)
        assertThat(score.earned()).isEqualTo(Rational.of(250).dividedBy(30));
        assertThat(score.outcome()).isEqualTo(ItemScore.Outcome.RATED);
    }

    @Test
    void a_written_answer_is_pending_until_its_last_rater() {
        List<Marks> two = List.of(new Marks("r1", Map.of("clarity", 5)), new Marks("r2", Map.of("clarity", 5)));
        ItemScore score = Scoring.score(ESSAY, new Answer.Text("Hello"), two);
        assertThat(score.outcome()).isEqualTo(ItemScore.Outcome.PENDING);
        assertThat(score.earned()).isEqualTo(Rational.NONE);
    }

    @Test
    void an_erased_text_keeps_its_score_and_a_blank_one_never_had_any() {
        List<Marks> marks = List.of(
                new Marks("r1", Map.of("clarity", 5)),
                new Marks("r2", Map.of("clarity", 5)),
                new Marks("r3", Map.of("clarity", 5)));
        assertThat(Scoring.score(ESSAY, new Answer.Erased(), marks).earned()).isEqualTo(Rational.of(10));
        assertThat(Scoring.score(ESSAY, new Answer.Text(" \t"), marks).outcome())
                .isEqualTo(ItemScore.Outcome.UNANSWERED);
    }

    @Test
    void counts_questions_with_a_key_only() {
        Section written = new Section("s", "S", "c", List.of(ESSAY));
        assertThat(Scoring.score(written, Map.of(), Map.of()).questions()).isNull();
        Section mixed = new Section("s", "S", "c", List.of(ESSAY, SINGLE, MULTIPLE));
        assertThat(Scoring.score(mixed, Map.of("single", new Answer.Choice(List.of("b"))), Map.of())
                        .questions())
                .isEqualTo(new Questions(1, 2, 0));
    }

    @Test
    void marks_outside_the_scale_cannot_exist() {
        assertThatThrownBy(() -> new Marks("r", Map.of("clarity", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks("r", Map.of("clarity", 6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks("r", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_section_never_earns_more_than_possible_and_its_parts_sum_up() {
        for (long seed = 0; seed < 500; seed++) {
            Anything anything = new Anything(seed);
            Section section = anything.section();
            SectionScore score = Scoring.score(section, anything.answers(section), anything.marks(section));
            Rational sum = score.items().stream().map(ItemScore::earned).reduce(Rational.NONE, Rational::plus);
            assertThat(score.earned()).isEqualTo(sum).isGreaterThanOrEqualTo(Rational.NONE);
            assertThat(score.earned().plus(score.pending())).isLessThanOrEqualTo(score.possible());
            assertThat(score.possible()).isEqualTo(Rational.of(section.possible()));
        }
    }

    @Test
    void the_order_of_raters_and_items_changes_nothing() {
        for (long seed = 0; seed < 200; seed++) {
            Anything anything = new Anything(seed);
            Section section = anything.section();
            Map<String, Answer> answers = anything.answers(section);
            Map<String, List<Marks>> marks = anything.marks(section);
            Map<String, List<Marks>> reversedMarks = new HashMap<>();
            marks.forEach((item, given) -> {
                List<Marks> reversed = new ArrayList<>(given);
                Collections.reverse(reversed);
                reversedMarks.put(item, reversed);
            });
            Section reversed = new Section(
                    section.id(),
                    section.name(),
                    section.competency(),
                    section.items().reversed());
            SectionScore one = Scoring.score(section, answers, marks);
            SectionScore other = Scoring.score(reversed, answers, reversedMarks);
            assertThat(other.earned()).isEqualTo(one.earned());
            assertThat(other.pending()).isEqualTo(one.pending());
            assertThat(other.questions()).isEqualTo(one.questions());
        }
    }

    @Test
    void raising_a_mark_never_lowers_the_score() {
        for (int low = 1; low < 5; low++) {
            Rational before = share(low);
            assertThat(share(low + 1)).isGreaterThan(before);
        }
        assertThat(share(5)).isEqualTo(Rational.of(1));
    }

    private static Rational share(int mark) {
        return new Marks("r", Map.of("clarity", mark, "empathy", mark)).share();
    }
}
