package dev.plumbline.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final BigDecimal LIMIT = new BigDecimal("1e9");

    private static SectionScore score(Rational earned, Rational possible, Rational pending) {
        return new SectionScore("s", earned, possible, pending, null, List.of());
    }

    @Test
    void finite_decimals_stay_as_they_are() {
        Figures figures = Figures.of(
                score(Rational.of(new BigDecimal("8.5")), Rational.of(10), Rational.of(new BigDecimal("0.0001"))));
        assertThat(figures)
                .isEqualTo(new Figures(new BigDecimal("8.5"), new BigDecimal("10"), new BigDecimal("0.0001")));
    }

    @Test
    void thirds_scale_all_three_by_three() {
        Figures figures = Figures.of(score(Rational.of(74).dividedBy(3), Rational.of(35), Rational.NONE));
        assertThat(figures).isEqualTo(new Figures(new BigDecimal("74"), new BigDecimal("105"), BigDecimal.ZERO));
    }

    @Test
    void what_would_grow_too_large_is_given_by_its_smallest_multiple() {
        // The factor 7 * 11 * 13 alone would lift a million above 10^9; the three share the divisor 10,000.
        Rational possible = Rational.of(1_000_000_000L - 1);
        Figures figures = Figures.of(score(possible.dividedBy(1001), possible, Rational.NONE));
        assertThat(figures.possible()).isLessThan(LIMIT);
        assertThat(Rational.of(figures.earned()).times(Rational.of(1001))).isEqualTo(Rational.of(figures.possible()));
    }

    @Test
    void figures_that_contradict_themselves_cannot_exist() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal none = BigDecimal.ZERO;
        assertThatThrownBy(() -> new Figures(none, none, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures(one, one, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures(one.negate(), one, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures(one, one, one.negate())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trailing_zeros_and_exponents_make_no_difference() {
        assertThat(new Figures(new BigDecimal("1E+1"), new BigDecimal("20.00"), new BigDecimal("0.000")))
                .isEqualTo(new Figures(BigDecimal.TEN, new BigDecimal("20"), BigDecimal.ZERO))
                .extracting(Figures::earned)
                .hasToString("10");
    }

    @Test
    void every_score_of_a_section_that_fits_has_exact_figures() {
        int fitting = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Anything anything = new Anything(seed);
            Section section = anything.section();
            if (!Figures.fit(section)) {
                continue;
            }
            fitting++;
            SectionScore score = Scoring.score(section, anything.answers(section), anything.marks(section));
            Figures figures = Figures.of(score);
            assertThat(List.of(figures.earned(), figures.possible(), figures.pending()))
                    .allSatisfy(figure -> {
                        assertThat(figure).isLessThan(LIMIT);
                        assertThat(figure.scale()).isBetween(0, 4);
                    });
            assertSameRatio(score.earned(), figures.earned(), score, figures);
            assertSameRatio(score.pending(), figures.pending(), score, figures);
        }
        assertThat(fitting).isGreaterThan(1_000);
    }

    private static void assertSameRatio(Rational exact, BigDecimal figure, SectionScore score, Figures figures) {
        assertThat(Rational.of(figure).dividedBy(Rational.of(figures.possible())))
                .isEqualTo(exact.dividedBy(score.possible()));
    }

    @Test
    void the_finest_test_that_is_refused_really_does_not_fit() {
        List<Item> items = new ArrayList<>();
        for (int raters = 1; raters <= 10; raters++) {
            List<Item.Criterion> criteria = new ArrayList<>();
            for (int i = 0; i < raters; i++) {
                criteria.add(new Item.Criterion("c" + i, "C", List.of("1", "2", "3", "4", "5")));
            }
            items.add(new Item.Written("w" + raters, "?", new BigDecimal("9999.9999"), 100, raters, criteria));
        }
        assertThat(Figures.fit(new Section("s", "S", "c", items))).isFalse();
        assertThat(Figures.fit(new Section("s", "S", "c", items.subList(0, 3)))).isTrue();
    }

    @Test
    void percent_is_of_what_is_possible() {
        assertThat(new Figures(BigDecimal.ONE, new BigDecimal("3"), BigDecimal.ZERO)
                        .percent()
                        .floored())
                .hasToString("33.33");
    }
}
