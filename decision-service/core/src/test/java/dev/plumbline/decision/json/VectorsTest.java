package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Decide;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {

    static Stream<Arguments> decided() {
        return Stream.concat(Vectors.of("edges"), Vectors.of("random"));
    }

    static Stream<Arguments> rejected() {
        return Vectors.of("invalid");
    }

    @Test
    void all_cases_are_here() {
        assertThat(decided()).hasSize(43 + 40);
        assertThat(rejected()).hasSize(25);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decided")
    void decides_as_expected(String name, JsonNode vector) {
        Evaluation evaluation = Readings.valid(EvaluationReader.read(request(vector)));

        assertThat(DecisionJson.toJson(Decide.decide(evaluation.rubric(), evaluation.evidence())))
                .isEqualTo(vector.get("expected"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void names_exactly_the_faults(String name, JsonNode vector) {
        Set<String> expected = new HashSet<>();
        vector.get("pointers").forEach(pointer -> expected.add(pointer.textValue()));

        assertThat(Readings.pointers(EvaluationReader.read(request(vector)))).isEqualTo(expected);
    }

    private static ObjectNode request(JsonNode vector) {
        return ((ObjectNode) vector.deepCopy()).retain("rubric", "evidence");
    }
}
