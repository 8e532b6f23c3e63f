package dev.plumbline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ..",
                "Bearer .",
                "Bearer a..",
                "Bearer ..c",
                "bearer .b.c",
                "BEARER a.b",
                "Bearer a.b.c.d",
                "Bearer a.b.c\u00e9",
                "Bearer a b.c.d",
                "Bearer a.b.c, Bearer a.b.c",
                "Bearer \t.."
            })
    void a_bearer_with_dots_that_is_no_token_is_broken(String authorization) {
        assertThat(BearerForm.isBroken(authorization)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJh-_.e30.c2ln",
                "bearer a.b.c",
                "Bearer a.b.c ",
                "Bearer a-secret_without-dots",
                "Bearer",
                "Basic a..b",
                ""
            })
    void whatever_else_is_left_to_those_who_look_at_it(String authorization) {
        assertThat(BearerForm.isBroken(authorization)).isFalse();
    }

    @Test
    void no_bearer_is_not_broken() {
        assertThat(BearerForm.isBroken(null)).isFalse();
    }
}
