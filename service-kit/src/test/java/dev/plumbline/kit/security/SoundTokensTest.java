package dev.plumbline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTokensTest {
    private static final int MOST = 255;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "interviewer-2",
                "auth0|5f7c8ec7c33c6c004bbafe82",
                "F248ae93-0a5b-4a52-9d3f-7d2f1a8a2b4c",
                "CN=Ana Silva, O=Clinic"
            })
    void what_providers_send_is_a_subject(String name) {
        assertThat(SoundTokens.isSubject(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ana", "ana ", "ana\0", "ana\nadmin", "\u007f", "\u00e1na"})
    void what_cannot_stand_for_a_person_is_none(String name) {
        assertThat(SoundTokens.isSubject(name)).isFalse();
    }

    @Test
    void it_has_no_more_characters_than_openid_connect_allows() {
        assertThat(SoundTokens.isSubject("a".repeat(MOST))).isTrue();
        assertThat(SoundTokens.isSubject("a".repeat(MOST + 1))).isFalse();
        assertThat(SoundTokens.isSubject(null)).isFalse();
    }
}
