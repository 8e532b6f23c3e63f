package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.Http.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static Answer answer(int status, String body) {
        return new Answer(status, body, Optional.empty(), "PUT /v1/applications/1/sections/hipaa");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 422})
    void what_is_wrong_with_the_call_is_refused(int status) {
        assertThat(answer(status, "{}").isRefused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 429, 500, 503})
    void what_is_done_or_may_come_yet_is_not(int status) {
        assertThat(answer(status, "{}").isRefused()).isFalse();
    }

    @Test
    void an_application_that_is_not_known_yet_will_be() {
        assertThat(answer(409, "{\"type\": \"/problems/application-not-yet-known\"}")
                        .isRefused())
                .isFalse();
    }
}
