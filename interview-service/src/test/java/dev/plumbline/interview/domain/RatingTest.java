package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {
    private static final RatingScale ONE_TO_FIVE = new RatingScale(BigDecimal.ONE, BigDecimal.valueOf(5));

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "5, true",
        "4.0, true",
        "5e0, true",
        "0, false",
        "6, false",
        "-1, false",
        "4.5, false",
        "1.0001, false",
        "5.0001, false",
        "0.9999, false",
        "1e3, false",
        "1e999999999, false"
    })
    void a_scale_takes_its_whole_numbers(BigDecimal rating, boolean taken) {
        assertThat(ONE_TO_FIVE.takes(rating)).isEqualTo(taken);
    }

    @Test
    void a_scale_with_crossed_ends_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingScale(BigDecimal.ONE, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingScale(BigDecimal.TWO, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingScale(BigDecimal.ONE.negate(), BigDecimal.ONE));
    }

    @Test
    void the_same_number_is_the_same_however_it_is_written() {
        assertThat(new Mark(new BigDecimal("4.0"), null)).isEqualTo(new Mark(new BigDecimal("4"), null));
        assertThat(new Mark(new BigDecimal("1e1"), null)).isEqualTo(new Mark(BigDecimal.TEN, null));
    }

    @Test
    void a_draft_changes_freely_and_stays_a_draft() {
        Rating draft = Rating.draft("q1", "ana", mark(3, "so"));

        assertThat(draft.isPublished()).isFalse();
        assertThat(draft.isCorrectedBy(mark(5, null))).isFalse();
        assertThat(draft.with(mark(5, null)).revision()).isZero();
    }

    @Test
    void a_draft_is_published_once() {
        Rating published = Rating.draft("q1", "ana", mark(3, "so")).published();

        assertThat(published.revision()).isEqualTo(1);
        assertThat(published.published()).isEqualTo(published);
    }

    @Test
    void another_number_after_publication_is_a_correction_with_the_next_revision() {
        Rating published = Rating.draft("q1", "ana", mark(3, "so")).published();

        assertThat(published.isCorrectedBy(mark(4, "so"))).isTrue();
        assertThat(published.with(mark(4, "so")).revision()).isEqualTo(2);
        assertThat(published.with(mark(null, "so")).revision()).isEqualTo(2);
        assertThat(published.with(mark(null, "so")).with(mark(3, "so")).revision())
                .isEqualTo(3);
    }

    @Test
    void another_note_after_publication_is_a_correction_that_others_need_not_hear_of() {
        Rating published = Rating.draft("q1", "ana", mark(null, "so")).published();

        assertThat(published.isCorrectedBy(mark(null, "other"))).isTrue();
        assertThat(published.with(mark(null, "other")).revision()).isEqualTo(1);
    }

    @Test
    void the_same_again_is_no_correction() {
        Rating published = Rating.draft("q1", "ana", mark(3, "so")).published();

        assertThat(published.isCorrectedBy(mark(3, "so"))).isFalse();
        assertThat(published.with(mark(3, "so"))).isEqualTo(published);
    }

    private static Mark mark(@Nullable Integer rating, @Nullable String note) {
        return new Mark(rating == null ? null : BigDecimal.valueOf(rating), note);
    }
}
