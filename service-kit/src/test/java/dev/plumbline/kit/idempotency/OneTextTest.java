package dev.plumbline.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plumbline.kit.rest.JsonSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneTextTest {
    private static final ObjectMapper MAPPER = JsonSettings.apply(new ObjectMapper());
    private final ObjectWriter writer = OneText.writer(MAPPER);

    private record Body(String title, JsonNode rubric, Map<String, String> anchors, List<BigDecimal> weights) {}

    @Test
    void a_body_has_one_text_whatever_the_order_of_its_members() throws JsonProcessingException {
        Body one = body("{\"b\": [1.50, {\"y\": null, \"x\": \"\\u00e4\"}], \"a\": 1e2}", "1", "2", "50.00");
        Body other = body("{\"a\": 100, \"b\": [1.5, {\"x\": \"\u00e4\", \"y\": null}]}", "2", "1", "50");

        assertThat(writer.writeValueAsString(one))
                .isEqualTo("{\"title\":\"t\",\"rubric\":{\"a\":100,\"b\":[1.5,{\"x\":\"\u00e4\",\"y\":null}]},"
                        + "\"anchors\":{\"1\":\"text 1\",\"2\":\"text 2\"},\"weights\":[50]}")
                .isEqualTo(writer.writeValueAsString(other));
    }

    @Test
    void the_order_of_a_list_is_part_of_what_it_says() throws JsonProcessingException {
        assertThat(writer.writeValueAsString(MAPPER.readTree("[2, 1]"))).isEqualTo("[2,1]");
    }

    @Test
    void an_extreme_number_is_not_written_out() throws JsonProcessingException {
        assertThat(writer.writeValueAsString(MAPPER.readTree("[1e999999999, 10e-999999999]"))
                        .length())
                .isLessThan(40);
    }

    private static Body body(String rubric, String first, String second, String weight) throws JsonProcessingException {
        Map<String, String> anchors = new LinkedHashMap<>();
        anchors.put(first, "text " + first);
        anchors.put(second, "text " + second);
        return new Body("t", MAPPER.readTree(rubric), anchors, List.of(new BigDecimal(weight)));
    }
}
