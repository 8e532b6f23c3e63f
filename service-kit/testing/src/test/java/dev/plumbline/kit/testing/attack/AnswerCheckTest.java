package dev.plumbline.kit.testing.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String NOT_FOUND = "{\"type\": \"/problems/not-found\", \"status\": 404}";

    private static List<String> faults(int status, String type, String body) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Content-Type", List.of(type), "X-Content-Type-Options", List.of("nosniff")),
                (name, value) -> true);
        return new AnswerCheck(Widgets.DOCUMENT).faults(Widgets.put(), new ApiAnswer(status, headers, body));
    }

    @Test
    void takes_what_is_documented() {
        assertThat(faults(200, JSON + "; charset=utf-8", Widgets.WIDGET)).isEmpty();
        assertThat(faults(204, "", "")).isEmpty();
        assertThat(faults(404, PROBLEM, NOT_FOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"type\": \"/problems/internal-error\", \"status\": 500} | the service failed",
                "409 | {\"type\": \"/problems/conflict\", \"status\": 409}       | the status is not documented",
                "404 | {\"type\": \"/problems/not-found\", \"status\": 400}      | the problem is not that of the status",
                "404 | {\"type\": \"about:blank\", \"status\": 404}              | the problem is not that of the status",
                "404 | {\"type\": \"/problems/x\", \"status\": 404, \"y\": 1}    | by the schema",
                "404 | {\"type\": \"java.lang.RuntimeException\", \"status\": 1} | the problem tells of the inside"
            })
    void finds_refusals_that_are_not_as_they_should_be(int status, String body, String fault) {
        assertThat(faults(status, PROBLEM, body)).anyMatch(found -> found.startsWith(fault));
    }

    @Test
    void finds_bodies_that_are_not_as_documented() {
        assertThat(faults(200, "text/html", "<p>")).containsExactly("the media type is not documented: text/html");
        assertThat(faults(404, "text/plain", "no")).contains("a refusal is no problem");
        assertThat(faults(204, "", "something")).containsExactly("a body that is not documented");
        for (String body : List.of(
                Widgets.WIDGET.replace("\"one\"", "1"),
                Widgets.WIDGET.replace("[null]", "[]"),
                Widgets.WIDGET.replace("0198c0de", "x"),
                Widgets.WIDGET.replace("\"name\"", "\"title\""),
                Widgets.WIDGET.replace("}", ", \"secret\": 1}"))) {
            assertThat(faults(200, JSON, body))
                    .as(body)
                    .isNotEmpty()
                    .allMatch(found -> found.startsWith("by the schema"));
        }
    }

    @Test
    void misses_the_headers_that_belong_to_every_answer() {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        assertThat(new AnswerCheck(Widgets.DOCUMENT).faults(Widgets.put(), new ApiAnswer(204, none, "")))
                .containsExactly("nosniff is not said");
    }
}
