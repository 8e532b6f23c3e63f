package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Decide;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a request, it is either decided or answered with faults at places that it has. */
class MangledRequestsTest {

    private static final int CASES = 4_000;
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "7",
            "-1",
            "0",
            "0.00001",
            "1e400",
            "\"\"",
            "\"hard\"",
            "\"x\"",
            "[]",
            "{}",
            "[1]",
            "[\"hard\",\"hard\"]",
            "{\"id\":\"hard\"}",
            "100",
            "\"MIN_SCORE\"");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {29, 290_011})
    void decides_or_names_places_that_are_there(long seed) throws JsonProcessingException {
        JsonNode request = FaultsTest.request();
        int valid = 0;
        for (int i = 0; i < CASES; i++) {
            JsonNode mangled = mangled(request, new Random(seed + i));
            switch (EvaluationReader.read(mangled)) {
                case Reading.Valid<Evaluation>(Evaluation evaluation) -> {
                    valid++;
                    assertThat(Decide.decide(evaluation.rubric(), evaluation.evidence())
                                    .nodes())
                            .isNotEmpty();
                }
                case Reading.Invalid<Evaluation>(List<Fault> faults) ->
                    assertThat(faults)
                            .extracting(Fault::pointer)
                            .doesNotHaveDuplicates()
                            .allMatch(pointer -> isThere(mangled, pointer), "of " + mangled);
            }
        }
        assertThat(valid).isBetween(CASES / 100, CASES / 2);
    }

    /** A missing field is named at its own path, so it is the object around it that must be there. */
    private static boolean isThere(JsonNode document, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        return place.matches() || document.at(place.head()).isContainerNode();
    }

    private static JsonNode mangled(JsonNode request, Random random) throws JsonProcessingException {
        JsonNode mangled = request.deepCopy();
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            List<ContainerNode<?>> containers = new ArrayList<>();
            collect(mangled, containers);
            mangle(containers.get(random.nextInt(containers.size())), random);
        }
        return mangled;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(child -> collect(child, into));
        }
    }

    private static void mangle(ContainerNode<?> container, Random random) throws JsonProcessingException {
        JsonNode junk = ExactJson.parse(JUNK.get(random.nextInt(JUNK.size())));
        switch (container) {
            case ObjectNode object -> {
                List<String> fields = new ArrayList<>();
                object.fieldNames().forEachRemaining(fields::add);
                String field = fields.isEmpty() ? "any" : fields.get(random.nextInt(fields.size()));
                switch (random.nextInt(3)) {
                    case 0 -> object.remove(field);
                    case 1 -> object.set("extra", junk);
                    default -> object.set(field, junk);
                }
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                int at = random.nextInt(array.size());
                switch (random.nextInt(4)) {
                    case 0 -> array.remove(at);
                    case 1 -> array.add(array.get(at).deepCopy());
                    case 2 -> array.insert(at, junk);
                    default -> array.set(at, junk);
                }
            }
            default -> assertThat(container).isInstanceOf(ArrayNode.class);
        }
    }
}
