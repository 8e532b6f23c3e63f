package dev.plumbline.kit.testing.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.testing.AccessTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Members that only the service may set ({@code total}, {@code band}, {@code revision}), added to every object of a valid
 * body of each operation that takes one: the call is refused, every one of them is named, and what can be read is what it
 * was.
 */
public final class MassAssignment {
    private static final List<String> NAMES = List.of(
            "total",
            "band",
            "revision",
            "weight",
            "id",
            "createdBy",
            "state",
            "status",
            "version",
            "recommendation",
            "decisionNumber",
            "rater",
            "raisedBy",
            "owner",
            "secret",
            "erased",
            "roles",
            "score");
    /** In objects of which the document does not say what is in them, or whose members the caller names. */
    private static final List<String> NOWHERE = List.of("total", "createdBy", "revision", "band");

    private static final List<String> JSON_OF_OTHERS =
            List.of("application/ld+json", "application/merge-patch+json", "text/json");

    private final ApiDocument document = ServedApi.now().document();
    private final ApiClient client = new ApiClient();
    private final Map<String, List<String>> callers;
    private final Scenery scenery;

    private MassAssignment(String service, Scenery scenery) {
        this.callers = AccessTable.callers(service);
        this.scenery = scenery;
    }

    /** One test for each operation that takes a body. */
    public static Stream<DynamicTest> of(String service, Scenery scenery) {
        MassAssignment attack = new MassAssignment(service, scenery);
        return attack.document.operations().values().stream()
                .filter(operation -> operation.body() != null)
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> attack.run(operation)));
    }

    private void run(ApiOperation operation) {
        String caller =
                callers.getOrDefault(operation.name(), List.of("auditor")).getFirst();
        Place place = scenery.own(operation.name(), caller);
        FuzzedCalls calls = new FuzzedCalls(document, scenery, new Random(0));
        JsonNode body = Json.tree(place.fill(scenery.bodies().getOrDefault(operation.name(), "{}")));
        Set<String> added = new LinkedHashSet<>();
        add(body, document.resolved(Objects.requireNonNull(operation.body())), "", added);

        List<Witness> before = witnesses(operation, place);
        if (!before.isEmpty()) {
            assertThat(before)
                    .as("what can be read before " + operation.name())
                    .anyMatch(witness -> witness.answer().isSuccess());
        }
        ApiAnswer answer = client.send(
                operation,
                calls.valid(operation, place, ApiClient.token(caller, place)).body(Json.ascii(body)));
        assertThat(answer.status())
                .as("%s%n%s%n%s", operation.name(), body, answer)
                .isEqualTo(422);
        Set<String> named = new LinkedHashSet<>();
        answer.json()
                .path("errors")
                .forEach(error -> named.add(error.path("pointer").asText()));
        assertThat(named)
                .as("%s: what is named in %s", operation.name(), answer)
                .containsAll(added);
        // A reader of other JSON may be a more careless one.
        for (String type : JSON_OF_OTHERS) {
            ApiCall call = calls.valid(operation, place, ApiClient.token(caller, place))
                    .body(Json.ascii(body));
            ApiAnswer refusal = client.send(operation, call.header("Content-Type", type));
            assertThat(refusal.status())
                    .as("%s as %s: %s", operation.name(), type, refusal)
                    .isEqualTo(415);
        }
        assertThat(witnesses(operation, place))
                .as("what can be read after " + operation.name())
                .usingElementComparator((one, other) -> one.saysTheSame(other) ? 0 : 1)
                .containsExactlyElementsOf(before);
    }

    /** Adds the members to an object and those within it. */
    private void add(JsonNode node, JsonNode schema, String pointer, Set<String> added) {
        if (node instanceof ObjectNode object) {
            JsonNode known = schema.path("properties");
            boolean isDescribed = known.isObject() && !schema.has("additionalProperties");
            List<String> members = new ArrayList<>();
            object.fieldNames().forEachRemaining(members::add);
            members.forEach(member ->
                    add(object.get(member), document.resolved(known.path(member)), pointer + "/" + member, added));
            for (String name : isDescribed ? NAMES : NOWHERE) {
                boolean isNew = !object.has(name) && !known.has(name);
                if (isNew
                        && (isDescribed || !schema.path("additionalProperties").isObject())) {
                    object.put(name, 1);
                    added.add(pointer + "/" + name);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(node.get(i), document.resolved(schema.path("items")), pointer + "/" + i, added);
            }
        }
    }

    /** What was read, and how it was answered. */
    private record Witness(String operation, ApiAnswer answer) {
        boolean saysTheSame(Witness other) {
            return operation.equals(other.operation) && answer.readsAs(other.answer);
        }
    }

    /**
     * What can be read of the thing that the operation is about: at its path, and at each above it. There may be
     * nothing yet at a path, but then there is something above it.
     */
    private List<Witness> witnesses(ApiOperation operation, Place place) {
        List<Witness> witnesses = new ArrayList<>();
        for (String path = operation.path(); !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
            ApiOperation read = document.operations().get("GET " + path);
            String reader = read == null ? null : reader(operation, read);
            if (read != null && reader != null) {
                ApiCall call = new ApiCall(read, place, ApiClient.token(reader, place)).query(all(read, place));
                witnesses.add(new Witness(read.name(), client.send(read, call)));
            }
        }
        return witnesses;
    }

    /** The query of all of it, if it is a list. */
    private String all(ApiOperation read, Place place) {
        String needed = place.fill(scenery.queries().getOrDefault(read.name(), ""));
        boolean isList = read.in("query").anyMatch(it -> it.name().equals("limit"));
        return needed + (isList ? (needed.isEmpty() ? "" : "&") + "limit=500" : "");
    }

    /** Who reads: the same caller if it may, so that what is not for everyone's eyes is seen. */
    private @Nullable String reader(ApiOperation operation, ApiOperation read) {
        List<String> readers = callers.getOrDefault(read.name(), List.of());
        return callers.getOrDefault(operation.name(), List.of()).stream()
                .filter(readers::contains)
                .findFirst()
                .orElse(readers.isEmpty() ? null : readers.getFirst());
    }
}
