package dev.plumbline.kit.testing.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FuzzedCallsTest {
    private static final int MANY = 2_000;
    private static final Place PLACE = Place.of(Map.of("widgets", "0198c0de-0000-7000-8000-000000000001"));

    private static final Scenery SCENERY = new Scenery() {
        @Override
        public Place own(String operation, String caller) {
            return PLACE;
        }

        @Override
        public Place foreign(String operation, String caller) {
            return PLACE;
        }

        @Override
        public Map<String, String> bodies() {
            return Map.of(Widgets.PUT, Widgets.WIDGET);
        }
    };

    private static String call(int index) {
        FuzzedCalls calls = new FuzzedCalls(Widgets.DOCUMENT, SCENERY, new Random(index));
        return calls.bent(Widgets.put(), PLACE, null, index).toString();
    }

    @Test
    void generated_values_are_valid_by_their_schema() {
        ApiOperation put = Widgets.put();
        AnswerCheck check = new AnswerCheck(Widgets.DOCUMENT);
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Content-Type", List.of("application/json"), "X-Content-Type-Options", List.of("nosniff")),
                (name, value) -> true);
        for (int seed = 0; seed < MANY; seed++) {
            JsonNode value = new Values(Widgets.DOCUMENT, new Random(seed)).of(Objects.requireNonNull(put.body()));
            assertThat(check.faults(put, new ApiAnswer(200, headers, value.toString())))
                    .as(value.toString())
                    .isEmpty();
        }
    }

    @Test
    void as_many_calls_in_a_row_as_there_are_kinds_bend_each() {
        assertThat(FuzzedCalls.kinds(Widgets.put())).containsExactlyInAnyOrder(FuzzedCalls.Bent.values());
    }

    @Test
    void one_seed_makes_one_call_and_others_make_others() {
        Set<String> made = new HashSet<>();
        for (int index = 0; index < MANY; index++) {
            String call = call(index);
            assertThat(call(index)).isEqualTo(call);
            made.add(call);
        }
        assertThat(made).hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void every_part_of_a_call_is_bent() {
        Set<String> made = new HashSet<>();
        for (int index = 0; index < MANY; index++) {
            made.add(call(index));
        }
        assertThat(made)
                .anyMatch(call -> call.contains("limit=1000000000"))
                .anyMatch(call -> call.contains("/v1/widgets/%00"))
                .anyMatch(call -> call.contains("\\uD800"))
                .anyMatch(call -> call.contains("Accept: text/plain"))
                .anyMatch(call -> call.contains("Content-Type: application/xml"))
                .anyMatch(call -> call.contains("[[[[[[[[[["))
                .anyMatch(call -> call.contains("1E+400"));
    }
}
