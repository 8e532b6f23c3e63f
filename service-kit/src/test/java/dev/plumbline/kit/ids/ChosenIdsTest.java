package dev.plumbline.kit.ids;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Work permit (EU)?", "a@b", "\u00e4\ud83d\ude00", " a "})
    void takes_whatever_can_be_seen(String text) {
        assertThat(ChosenIds.isId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\nb", "a\u0000", "\u0085", "\u007f", "\ud800", "a\udc00b"})
    void takes_nothing_that_cannot(String text) {
        assertThat(ChosenIds.isId(text)).isFalse();
        assertThat(ChosenIds.isPerson(text)).isFalse();
    }

    @Test
    void takes_no_more_characters_than_facts_may_have() {
        assertThat(ChosenIds.isId("x".repeat(200))).isTrue();
        assertThat(ChosenIds.isId("x".repeat(201))).isFalse();
        assertThat(ChosenIds.isPerson("x".repeat(255))).isTrue();
        assertThat(ChosenIds.isPerson("x".repeat(256))).isFalse();
    }
}
