package dev.plumbline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static void refused(int status, Runnable work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work::run)
                .satisfies(e -> assertThat(e.error().problem().status()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "*"})
    void a_change_to_the_current_state_is_let_through(String ifMatch) {
        assertThatCode(() -> ETags.require(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\"", "\"\""})
    void a_change_to_another_state_is_refused(String ifMatch) {
        refused(412, () -> ETags.require(ifMatch, 7));
    }

    @Test
    void a_change_without_a_condition_is_refused() {
        for (@Nullable String missing : new @Nullable String[] {null, "", " "}) {
            refused(428, () -> ETags.require(missing, 7));
        }
    }

    @Test
    void a_cursor_comes_back_as_it_was_made() {
        assertThat(Cursor.decode(Cursor.encode("a b", "", "ü/?"), 3)).containsExactly("a b", "", "ü/?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "YWJj", "not a cursor"})
    void a_cursor_of_no_page_is_refused(String cursor) {
        refused(422, () -> Cursor.decode(cursor, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_page_of_no_sane_length_is_refused(int limit) {
        refused(422, () -> Paging.limit(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ten", "1.0", "1e2", "0", "-1", "501", "99999999999", "0x10"})
    void a_page_of_no_length_at_all_is_refused(String limit) {
        refused(422, () -> Paging.limit(limit));
    }

    @Test
    void a_page_has_the_length_that_is_asked_for() {
        String none = null;
        assertThat(Paging.limit(none)).isEqualTo(50);
        assertThat(Paging.limit("1")).isEqualTo(1);
        assertThat(Paging.limit("500")).isEqualTo(500);
    }

    @Test
    void a_page_has_a_cursor_only_where_more_follows() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, s -> "after " + s))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
        assertThat(Page.of(List.of("a", "b"), 2, s -> "after " + s)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }
}
