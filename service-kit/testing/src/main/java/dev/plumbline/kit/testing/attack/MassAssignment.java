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

        String before = witness(operation, place);
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
        assertThat(witness(operation, place))
                .as("what is stored after " + operation.name())
                .isEqualTo(before);
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

    /** What can be read of the thing that the operation is about: at its path, or at that which is nearest above it. */
    private String witness(ApiOperation operation, Place place) {
        String path = operation.path();
        while (!path.isEmpty()) {
            ApiOperation read = document.operations().get("GET " + path);
            String reader = read == null ? null : reader(operation, read);
            if (read != null && reader != null) {
                ApiCall call = new ApiCall(read, place, ApiClient.token(reader, place));
                return client.send(
                                read,
                                call.query(
                                        read.in("query")
                                                        .anyMatch(
                                                                it -> it.name().equals("limit"))
                                                ? "limit=500"
                                                : ""))
                        .toString();
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return "";
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
