package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that are valid by a schema, often at its bounds; the same ones for the same seed. */
final class Values {
    private static final int DEEPEST = 6;
    private static final int MOST_ITEMS = 3;
    private static final JsonNodeFactory NODES = Json.PLAIN.getNodeFactory();

    private final ApiDocument document;
    private final Random random;

    Values(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode described, int depth) {
        JsonNode schema = document.resolved(described);
        for (String alternatives : List.of("oneOf", "anyOf")) {
            if (schema.path(alternatives).isArray()) {
                return of(pick(schema.path(alternatives)), depth + 1);
            }
        }
        if (schema.path("enum").isArray()) {
            return pick(schema.path("enum"));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "string" -> NODES.textNode(text(schema));
            case "integer" -> number(schema, BigDecimal.ONE);
            case "number" -> number(schema, new BigDecimal("0.01"));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NullNode.instance;
            default -> anything(depth);
        };
    }

    private JsonNode pick(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return pick(type).asText();
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText("");
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(entry -> {
            boolean isWanted = depth < DEEPEST && random.nextBoolean();
            if (required.contains(entry.getKey()) || isWanted) {
                object.set(entry.getKey(), of(entry.getValue(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject() && depth < DEEPEST) {
            for (int i = random.nextInt(MOST_ITEMS); i > 0; i--) {
                object.set(word(), of(others, depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(Integer.MAX_VALUE), least + MOST_ITEMS);
        int size = depth < DEEPEST ? least + random.nextInt(most - least + 1) : least;
        for (int i = 0; i < size; i++) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode number(JsonNode schema, BigDecimal step) {
        BigDecimal least = schema.has("minimum") ? schema.path("minimum").decimalValue() : BigDecimal.ZERO;
        BigDecimal most = schema.has("maximum")
                ? schema.path("maximum").decimalValue()
                : least.max(BigDecimal.ZERO).add(BigDecimal.TEN);
        BigDecimal value = switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least.add(step).min(most);
            default -> least.add(most).divideToIntegralValue(BigDecimal.TWO);
        };
        return DecimalNode.valueOf(value);
    }

    private String text(JsonNode schema) {
        int most = schema.path("maxLength").asInt(200);
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> "20" + (20 + random.nextInt(30)) + "-02-28T23:59:59Z";
            case "date" -> "2028-02-29";
            case "duration" -> "PT" + random.nextInt(90) + "M";
            case "uri" -> "https://receiver.example/" + word();
            case "email" -> word() + "@example.org";
            default -> random.nextInt(4) == 0 ? "a".repeat(Math.max(1, Math.min(most, 5_000))) : word();
        };
    }

    private String word() {
        List<String> words = List.of("hipaa", "billing", "overall", "a", "x-1", "one two", "Öl", "1", "interview");
        return words.get(random.nextInt(words.size()));
    }

    /** A value of any type. */
    JsonNode anything(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> NullNode.instance;
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(200) - 50);
            case 3 -> NODES.textNode(word());
            case 4 -> NODES.textNode("");
            case 5 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> Json.object().set(word(), anything(depth + 1));
        };
    }
}
