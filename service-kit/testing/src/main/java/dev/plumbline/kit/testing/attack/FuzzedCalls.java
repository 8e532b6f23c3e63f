package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes calls of an operation: right ones, and ones that are bent. */
final class FuzzedCalls {
    private final Scenery scenery;
    private final Random random;
    private final Values values;
    private final Oddities odd;
    private final Mutations mutations;

    FuzzedCalls(ApiDocument document, Scenery scenery, Random random) {
        this.scenery = scenery;
        this.random = random;
        this.values = new Values(document, random);
        this.odd = new Oddities(random);
        this.mutations = new Mutations(random);
    }

    /** What of a call is bent. */
    enum Bent {
        GENERATED_BODY,
        MUTATED_BODY,
        MUTATED_AGAIN,
        NO_JSON,
        PATH,
        QUERY,
        HEADERS,
        ALL
    }

    /** A call that should succeed. */
    ApiCall valid(ApiOperation operation, Place place, @Nullable String token) {
        ApiCall call = new ApiCall(operation, place, token)
                .query(place.fill(scenery.queries().getOrDefault(operation.name(), "")));
        return operation.body() == null ? call : call.body(validBody(operation, place));
    }

    private String validBody(ApiOperation operation, Place place) {
        String body = scenery.bodies().get(operation.name());
        if (body == null) {
            throw new AssertionError("The scenery has no body of " + operation.name());
        }
        return place.fill(body);
    }

    /** The index says what is bent, so that of as many as there are {@link #kinds} in a row each comes. */
    ApiCall bent(ApiOperation operation, Place place, @Nullable String token, int index) {
        List<Bent> kinds = kinds(operation);
        ApiCall call = valid(operation, place, token);
        bend(kinds.get(index % kinds.size()), call, operation, place);
        return call;
    }

    /** What can be bent of a call of this operation. */
    static List<Bent> kinds(ApiOperation operation) {
        List<Bent> kinds = new ArrayList<>(List.of(Bent.QUERY, Bent.HEADERS, Bent.ALL));
        if (operation.body() != null) {
            kinds.addAll(List.of(Bent.GENERATED_BODY, Bent.MUTATED_BODY, Bent.MUTATED_AGAIN, Bent.NO_JSON));
        }
        if (operation.in("path").findAny().isPresent()) {
            kinds.add(Bent.PATH);
        }
        return kinds;
    }

    private void bend(Bent kind, ApiCall call, ApiOperation operation, Place place) {
        switch (kind) {
            case GENERATED_BODY -> call.body(written(values.of(Objects.requireNonNull(operation.body()))));
            case MUTATED_BODY, MUTATED_AGAIN ->
                call.body(written(mutations.of(Json.tree(validBody(operation, place)))));
            case NO_JSON -> call.body(odd.body(validBody(operation, place).getBytes(StandardCharsets.UTF_8)));
            case PATH -> bendPath(call, operation);
            case QUERY -> call.query(query(operation));
            case HEADERS -> bendHeaders(call, operation);
            case ALL ->
                kinds(operation).stream()
                        .filter(each -> each != Bent.ALL && random.nextBoolean())
                        .forEach(each -> bend(each, call, operation, place));
        }
    }

    private void bendPath(ApiCall call, ApiOperation operation) {
        List<ApiParameter> parameters = operation.in("path").toList();
        call.path(parameters.get(random.nextInt(parameters.size())).name(), odd.target());
    }

    private String query(ApiOperation operation) {
        List<String> query = new ArrayList<>();
        operation.in("query").filter(it -> random.nextBoolean()).forEach(it -> {
            switch (random.nextInt(5)) {
                case 0 -> query.add(it.name());
                case 1 ->
                    query.add(it.name() + "="
                            + ApiCall.encoded(values.of(it.schema()).asText()));
                case 2 -> query.add(it.name() + "=1000000000");
                case 3 -> query.add(it.name() + "=" + odd.target() + "&" + it.name() + "=" + odd.target());
                default -> query.add(it.name() + "=" + odd.target());
            }
        });
        if (query.isEmpty() || random.nextInt(4) == 0) {
            query.add("no-such-parameter=" + odd.target());
        }
        return String.join("&", query);
    }

    private void bendHeaders(ApiCall call, ApiOperation operation) {
        operation
                .in("header")
                .filter(it -> random.nextBoolean())
                .forEach(it -> call.header(it.name(), random.nextInt(4) == 0 ? null : odd.header()));
        if (random.nextBoolean()) {
            call.header("Accept", odd.mediaType());
        }
        if (operation.body() != null && random.nextBoolean()) {
            call.header("Content-Type", random.nextInt(4) == 0 ? null : odd.mediaType());
        }
        if (random.nextInt(3) == 0) {
            call.header("If-None-Match", odd.header());
        }
        if (random.nextInt(4) == 0) {
            call.header("Range", "bytes=0-18446744073709551615");
        }
        if (random.nextInt(4) == 0) {
            call.header("traceparent", odd.header());
        }
    }

    private byte[] written(JsonNode body) {
        boolean isUtf8 = random.nextBoolean() && hasNoHalfPair(body);
        return (isUtf8 ? body.toString() : Json.ascii(body)).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasNoHalfPair(JsonNode body) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(body.toString());
    }
}
