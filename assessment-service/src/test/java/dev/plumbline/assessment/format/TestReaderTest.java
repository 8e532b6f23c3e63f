package dev.plumbline.assessment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.assessment.TestTexts;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.JsonSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TestReaderTest {

    private static final ObjectMapper JSON = JsonSettings.apply(new ObjectMapper());

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static List<String> pointers(JsonNode test) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> TestReader.read(test));
        assertThat(refused).as("a refusal of " + test).isNotNull();
        assertThat(refused.error().problem().status()).isEqualTo(422);
        return refused.error().problem().errors().stream().map(Fault::pointer).toList();
    }

    @Test
    void what_is_written_reads_the_same_again() {
        TestReader.Written first = TestReader.read(read(TestTexts.small("small", 3)));
        JsonNode written = JSON.valueToTree(TestDocument.of(first.definition()));
        assertThat(TestReader.read(written).definition()).isEqualTo(first.definition());
        assertThat(first.id()).isEqualTo("small");
    }

    @Test
    void names_every_fault_of_a_document_at_once() {
        ObjectNode test = (ObjectNode) read(TestTexts.small("small", 2));
        test.put("durationMinutes", 0).put("surprise", true).remove("title");
        ObjectNode facts = (ObjectNode) test.at("/sections/0");
        facts.put("competency", "Not An Id");
        ((ObjectNode) facts.at("/items/0")).put("points", -1).putArray("key").add("z");
        ((ObjectNode) facts.at("/items/1")).put("id", "single").put("maxLength", 10);
        ((ObjectNode) facts.at("/items/2/key")).put("value", "12.5").put("tolerance", -1);
        ObjectNode essay = (ObjectNode) test.at("/sections/1/items/0");
        ((ObjectNode) essay.at("/rating")).put("raters", 0);
        ((ObjectNode) essay.at("/rating/criteria/0/anchors"))
                .put("6", "too good")
                .remove("3");
        ((ObjectNode) essay.at("/rating/criteria/1")).put("id", "clarity");

        assertThat(pointers(test))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/durationMinutes",
                        "/surprise",
                        "/sections/0/competency",
                        "/sections/0/items/0/points",
                        "/sections/0/items/0/key/0",
                        "/sections/0/items/1/id",
                        "/sections/0/items/1/maxLength",
                        "/sections/0/items/2/key/value",
                        "/sections/0/items/2/key/tolerance",
                        "/sections/1/items/0/rating/raters",
                        "/sections/1/items/0/rating/criteria/0/anchors/3",
                        "/sections/1/items/0/rating/criteria/0/anchors/6",
                        "/sections/1/items/0/rating/criteria/1/id");
    }

    static Stream<Arguments> oneFault() {
        return Stream.of(
                fault("/id", test -> test.put("id", "Has Capitals")),
                fault("/id", test -> test.put("id", "-edge")),
                fault("/instructions", test -> test.put("instructions", " ")),
                fault("/instructions", test -> test.put("instructions", "x".repeat(10_001))),
                fault("/title", test -> test.put("title", "nul\u0000")),
                fault("/title", test -> test.put("title", "half \ud83d")),
                fault("/title", test -> test.put("title", 7)),
                fault("/durationMinutes", test -> test.put("durationMinutes", 1.5)),
                fault("/durationMinutes", test -> test.set("durationMinutes", read("1e999999999"))),
                fault("/sections", test -> test.putArray("sections")),
                fault("/sections", test -> test.put("sections", "none")),
                fault("/sections", test -> test.remove("sections")),
                fault("/sections/1", test -> test.withArray("sections").set(1, read("[]"))),
                fault("/sections/1/id", test -> ((ObjectNode) test.at("/sections/1")).put("id", "facts")),
                fault("/sections/1/items", test -> ((ObjectNode) test.at("/sections/1")).putArray("items")),
                fault("/sections/0/items/0/type", test -> item(test, 0).put("type", "TRUE_FALSE")),
                fault("/sections/0/items/0/type", test -> item(test, 0).remove("type")),
                fault(
                        "/sections/0/items/0/key",
                        test -> item(test, 0).withArray("key").add("a")),
                fault("/sections/0/items/0/key", test -> item(test, 0).put("key", "b")),
                fault(
                        "/sections/0/items/1/key/2",
                        test -> item(test, 1).withArray("key").add("a")),
                fault(
                        "/sections/0/items/0/options",
                        test -> item(test, 0).withArray("options").remove(0)),
                fault(
                        "/sections/0/items/0/options/1/id",
                        test -> ((ObjectNode) test.at("/sections/0/items/0/options/1")).put("id", "a")),
                fault("/sections/0/items/2/points", test -> item(test, 2).put("points", 0)),
                fault("/sections/0/items/2/points", test -> item(test, 2).set("points", read("0.00001"))),
                fault("/sections/0/items/2/points", test -> item(test, 2).put("points", 10_001)),
                fault("/sections/0/items/2/key", test -> item(test, 2).putArray("key")),
                fault("/sections/0/items/2/options", test -> item(test, 2).putArray("options")),
                fault("/sections/1/items/0/key", test -> ((ObjectNode) test.at("/sections/1/items/0")).putArray("key")),
                fault(
                        "/sections/1/items/1/id",
                        test -> ((ObjectNode) test.at("/sections/1/items/1")).put("id", "single")));
    }

    private static Arguments fault(String pointer, Consumer<ObjectNode> change) {
        return Arguments.of(pointer, change);
    }

    private static ObjectNode item(ObjectNode test, int index) {
        return (ObjectNode) test.at("/sections/0/items/" + index);
    }

    @ParameterizedTest
    @MethodSource("oneFault")
    void one_fault_is_named_alone(String pointer, Consumer<ObjectNode> change) {
        ObjectNode test = (ObjectNode) read(TestTexts.small("small", 2));
        change.accept(test);
        assertThat(pointers(test)).containsExactly(pointer);
    }

    @Test
    void what_is_no_object_has_one_fault() {
        assertThat(pointers(read("[]"))).containsExactly("");
        assertThat(pointers(read("null"))).containsExactly("");
    }
}
