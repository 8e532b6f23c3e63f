package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of rubrics, texts, lists and numbers. */
class LimitsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static ObjectNode rubric() {
        return (ObjectNode) FaultsTest.request().get("rubric");
    }

    private static Set<String> pointers(JsonNode rubric) {
        return Readings.pointers(RubricReader.read(rubric, ""));
    }

    private static ObjectNode leaf(String id, Object weight) {
        ObjectNode leaf = JSON.objectNode().put("id", id).put("name", id);
        leaf.set("weight", JSON.numberNode(new BigDecimal(weight.toString())));
        leaf.putObject("evidence").put("type", "ASSESSMENT_SECTION").put("section", id);
        return leaf;
    }

    /** Only children of children, down to a leaf at this depth, in place of the first child of the root. */
    private static ObjectNode deep(int depth) {
        ObjectNode rubric = rubric();
        ObjectNode node = leaf("deepest", 100);
        for (int i = depth - 1; i >= 2; i--) {
            ObjectNode parent =
                    JSON.objectNode().put("id", "level" + i).put("name", "").put("weight", 100);
            parent.putArray("children").add(node);
            node = parent;
        }
        ((ArrayNode) rubric.at("/criteria/children")).set(0, node.put("weight", 50));
        rubric.putArray("gates");
        return rubric;
    }

    @Test
    void takes_six_levels_and_no_seventh() {
        String sixth = "/criteria/children/0" + "/children/0".repeat(4);

        assertThat(pointers(deep(6))).isEmpty();
        assertThat(pointers(deep(7))).containsExactly(sixth + "/children/0");
        assertThat(pointers(deep(60))).containsExactly(sixth + "/children/0");
    }

    @Test
    void says_nothing_of_gates_on_what_is_too_deep() {
        ObjectNode rubric = deep(7);
        rubric.withArray("gates").add(FaultsTest.request().at("/rubric/gates/0"));

        assertThat(pointers(rubric)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500,", "501,/criteria"})
    void takes_five_hundred_nodes(int nodes, String pointer) {
        ObjectNode rubric = rubric();
        rubric.putArray("gates");
        ArrayNode children = ((ObjectNode) rubric.get("criteria")).putArray("children");
        int leaves = nodes - 1;
        for (int i = 1; i < leaves; i++) {
            children.add(leaf("n" + i, "0.1"));
        }
        children.add(leaf("last", new BigDecimal(1000 - (leaves - 1)).movePointLeft(1)));

        assertThat(pointers(rubric)).isEqualTo(pointer == null ? Set.of() : Set.of(pointer));
    }

    @Test
    void takes_a_hundred_gates_and_names_the_faults_of_more() {
        ObjectNode rubric = rubric();
        ArrayNode gates = rubric.putArray("gates");
        for (int i = 0; i < 100; i++) {
            gates.addObject().put("id", "g" + i).put("type", "NO_RED_FLAGS");
        }
        assertThat(pointers(rubric)).isEmpty();

        gates.addObject().put("id", "g0").put("type", "NO_RED_FLAGS");
        assertThat(pointers(rubric)).containsExactlyInAnyOrder("/gates", "/gates/100/id");
    }

    @Test
    void takes_ids_of_two_hundred_characters_and_names_of_five_hundred() {
        ObjectNode rubric = rubric();
        ObjectNode root = (ObjectNode) rubric.get("criteria");
        root.put("id", "x".repeat(200)).put("name", "y".repeat(500));
        assertThat(pointers(rubric)).isEmpty();

        root.put("id", "x".repeat(201)).put("name", "y".repeat(501));
        assertThat(pointers(rubric)).containsExactlyInAnyOrder("/criteria/id", "/criteria/name");
    }

    @Test
    void takes_persons_of_two_hundred_and_fifty_five_characters() {
        JsonNode panel = Edits.apply(FaultsTest.request(), "/evidence/panel/0/raters/0=" + text(255));
        assertThat(Readings.pointers(EvaluationReader.read(panel))).isEmpty();

        for (String place : new String[] {"/panel/0/raters/0", "/ratings/0/rater", "/attestations/0/rater"}) {
            assertThat(Readings.pointers(EvaluationReader.read(
                            Edits.apply(FaultsTest.request(), "/evidence" + place + "=" + text(255)))))
                    .isEmpty();
            assertThat(Readings.pointers(EvaluationReader.read(
                            Edits.apply(FaultsTest.request(), "/evidence" + place + "=" + text(256)))))
                    .containsExactly("/evidence" + place);
        }
    }

    private static String text(int length) {
        return "\"" + "p".repeat(length) + "\"";
    }

    @Test
    void takes_lists_of_ten_thousand_rows() {
        ObjectNode request = (ObjectNode) FaultsTest.request();
        ArrayNode panel = ((ObjectNode) request.get("evidence")).putArray("panel");
        for (int i = 0; i < 10_000; i++) {
            panel.addObject().put("question", "q").putArray("raters");
        }
        assertThat(Readings.pointers(EvaluationReader.read(request))).isEmpty();

        panel.addObject();
        assertThat(Readings.pointers(EvaluationReader.read(request))).containsExactly("/evidence/panel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e999999999", "-1e999999999", "1e-999999999", "123456789012345678901234567890"})
    void names_numbers_of_any_exponent_without_writing_them_out(String number) {
        assertThat(pointers(Edits.apply(rubric(), "/bands/strongAt=" + number))).containsExactly("/bands/strongAt");
    }

    @Test
    void refuses_trees_with_binary_floating_point() throws JsonProcessingException {
        JsonNode inexact =
                new ObjectMapper().readTree(rubric().toString().replace("\"strongAt\":80", "\"strongAt\":80.5"));

        assertThatIllegalArgumentException().isThrownBy(() -> RubricReader.read(inexact, ""));
    }

    @Test
    void refuses_to_parse_what_is_malformed_or_said_twice() {
        for (String json :
                new String[] {"{", "{\"a\":1,\"a\":2}", "{} {}", "[1,]", "NaN", "1e99999999999", "{'a':1}", "\"\\x\""
                }) {
            assertThatThrownBy(() -> ExactJson.parse(json)).as(json).isInstanceOf(JsonProcessingException.class);
            assertThatThrownBy(() -> ExactJson.parse(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void reads_a_rubric_that_is_the_whole_body_or_a_part_of_one() {
        ObjectNode rubric = rubric();
        rubric.remove("bands");

        assertThat(Readings.pointers(RubricReader.read(rubric, ""))).containsExactly("/bands");
        assertThat(Readings.pointers(RubricReader.read(rubric, "/job/rubric"))).containsExactly("/job/rubric/bands");
        assertThat(Readings.pointers(RubricReader.read(JSON.arrayNode(), ""))).containsExactly("");
        assertThat(Readings.pointers(EvaluationReader.read(JSON.missingNode()))).containsExactly("");
    }

    @Test
    void answers_in_utf_8_even_for_names_that_have_none() {
        ObjectNode rubric = rubric();
        rubric.put("half \ud83d", 1);

        assertThat(pointers(rubric)).containsExactly("/half ?");
    }

    @Test
    void says_what_is_wrong_in_words() {
        Reading<?> reading =
                RubricReader.read(Edits.apply(rubric(), "/gates/0/atLeast=101;-/bands;/gates/3/type=1"), "");

        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        assertThat(((Reading.Invalid<?>) reading).faults())
                .containsExactlyInAnyOrder(
                        new Fault("/gates/0/atLeast", "must be within 0 to 100"),
                        new Fault("/bands", "is missing"),
                        new Fault(
                                "/gates/3/type",
                                "must be one of MIN_SCORE, MIN_RIGHT, NO_RED_FLAGS, ATTESTATION, SCREENING"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reading.Invalid<>(List.of()));
    }
}
