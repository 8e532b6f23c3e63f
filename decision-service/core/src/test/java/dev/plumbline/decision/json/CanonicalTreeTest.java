package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any JSON in canonical form. */
class CanonicalTreeTest {

    private static String canonical(String json) throws JsonProcessingException {
        return new String(CanonicalJson.tree(ExactJson.parse(json)), StandardCharsets.UTF_8);
    }

    @Test
    void sorts_members_and_keeps_lists() throws JsonProcessingException {
        assertThat(canonical("{\"b\": [2, {\"y\": null, \"x\": \"\\u00e4/\\n\"}, 1], \"a\": true, \"B\": {}}"))
                .isEqualTo("{\"B\":{},\"a\":true,\"b\":[\"2\",{\"x\":\"\u00e4/\\n\",\"y\":null},\"1\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "70, 70",
        "70.00, 70",
        "7e1, 70",
        "8.50, 8.5",
        "0.0001, 0.0001",
        "-0.0, 0",
        "0e999999999, 0",
        "1.5e2000, 1.5E+2000",
        "15e1999, 1.5E+2000",
        "-1e999999999, -1E+999999999",
        "1e-999999999, 1E-999999999"
    })
    void writes_a_number_in_one_form_and_an_extreme_one_not_out(String number, String text)
            throws JsonProcessingException {
        assertThat(canonical("[" + number + "]")).isEqualTo("[\"" + text + "\"]");
    }

    @Test
    void has_no_form_for_halves_of_characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("[\"\\ud800\"]"));
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("{\"\\udc00\": 1}"));
    }
}
