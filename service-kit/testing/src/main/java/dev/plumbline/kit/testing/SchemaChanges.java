package dev.plumbline.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in a schema breaks those who read by a released one. Both directions count: topics are kept for ever, so who
 * reads by the new schema meets old events; and services are upgraded one after the other, so who reads by the old
 * schema meets new events. What may change is therefore what a value may leave out and what only people read: optional
 * properties come and go, texts and the place of a definition change. Every other keyword has to stay as it was, also one
 * that is not known here.
 */
final class SchemaChanges {
    private static final Set<String> ONLY_FOR_PEOPLE =
            Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples", "deprecated", "default");
    private static final Set<String> TAKEN_APART = Set.of("properties", "patternProperties", "required");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties", "contains", "not");
    private static final Set<String> LISTS_OF_SCHEMAS = Set.of("oneOf", "anyOf", "allOf", "prefixItems");
    private static final Set<String> SETS = Set.of("enum", "type");

    private final JsonNode released;
    private final JsonNode current;
    private final List<String> breaking = new ArrayList<>();
    /** Definitions may refer to themselves. */
    private final Set<Pair> compared = new HashSet<>();

    private record Pair(JsonNode before, JsonNode now) {}

    private SchemaChanges(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** What breaks, each with its place in the data; empty where nothing does. */
    static List<String> breaking(JsonNode released, JsonNode current) {
        SchemaChanges changes = new SchemaChanges(released, current);
        changes.compare("", released, current);
        return List.copyOf(changes.breaking);
    }

    private void compare(String place, JsonNode releasedPart, JsonNode currentPart) {
        JsonNode before = resolved(releasedPart, released);
        JsonNode now = resolved(currentPart, current);
        if (!compared.add(new Pair(before, now))) {
            return;
        }
        if (!before.isObject() || !now.isObject()) {
            if (!before.equals(now)) {
                add(place, "was %s, is %s".formatted(before, now));
            }
            return;
        }
        compareRequired(place, before, now);
        compareProperties(place, before, now);
        comparePatterns(place, before.path("patternProperties"), now.path("patternProperties"));
        for (String keyword : keywords(before, now)) {
            compareKeyword(place, keyword, before.path(keyword), now.path(keyword));
        }
    }

    private static Set<String> keywords(JsonNode before, JsonNode now) {
        Set<String> keywords = new TreeSet<>(names(before));
        keywords.addAll(names(now));
        keywords.removeAll(ONLY_FOR_PEOPLE);
        keywords.removeAll(TAKEN_APART);
        return keywords;
    }

    private void compareRequired(String place, JsonNode before, JsonNode now) {
        Set<String> was = texts(before.path("required"));
        Set<String> is = texts(now.path("required"));
        for (String name : was) {
            if (!is.contains(name)) {
                add(place + "/" + name, "was required: who reads by the released schema misses it");
            }
        }
        for (String name : is) {
            if (!was.contains(name)) {
                add(place + "/" + name, "is required now: old events do not have it");
            }
        }
    }

    private void compareProperties(String place, JsonNode before, JsonNode now) {
        JsonNode was = before.path("properties");
        JsonNode is = now.path("properties");
        for (String name : names(was)) {
            if (is.has(name)) {
                compare(place + "/" + name, was.path(name), is.path(name));
            } else if (isClosed(now)) {
                add(place + "/" + name, "is refused now: old events may have it");
            }
        }
        for (String name : names(is)) {
            if (!was.has(name) && isClosed(before)) {
                add(place + "/" + name, "is new where the released schema allows no other property");
            }
        }
    }

    /** Whether it has a word on properties that it does not name. */
    private static boolean isClosed(JsonNode schema) {
        return schema.has("additionalProperties") || schema.has("unevaluatedProperties");
    }

    private void comparePatterns(String place, JsonNode was, JsonNode is) {
        Set<String> patterns = new TreeSet<>(names(was));
        patterns.addAll(names(is));
        for (String pattern : patterns) {
            if (was.has(pattern) && is.has(pattern)) {
                compare(place + "/" + pattern, was.path(pattern), is.path(pattern));
            } else {
                add(place + "/" + pattern, "is a pattern of property names in one of the two alone");
            }
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode was, JsonNode is) {
        if (was.isMissingNode() || is.isMissingNode()) {
            add(place, "%s was %s, is %s".formatted(keyword, shown(was), shown(is)));
        } else if (SCHEMAS.contains(keyword)) {
            compare(place + "/" + keyword, was, is);
        } else if (LISTS_OF_SCHEMAS.contains(keyword) && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(place + "/" + keyword + "/" + i, was.path(i), is.path(i));
            }
        } else if (SETS.contains(keyword)) {
            compareSets(place, keyword, was, is);
        } else if (!was.equals(is)) {
            add(place, "%s was %s, is %s".formatted(keyword, was, is));
        }
    }

    private void compareSets(String place, String keyword, JsonNode was, JsonNode is) {
        Set<JsonNode> before = elements(was);
        Set<JsonNode> now = elements(is);
        for (JsonNode value : before) {
            if (!now.contains(value)) {
                add(place, "%s has %s no more: old events may have it".formatted(keyword, value));
            }
        }
        for (JsonNode value : now) {
            if (!before.contains(value)) {
                add(place, "%s has %s now: who reads by the released schema refuses it".formatted(keyword, value));
            }
        }
    }

    /** The schema that a reference leads to, with what stands beside the reference. */
    private static JsonNode resolved(JsonNode schema, JsonNode root) {
        JsonNode reference = schema.path("$ref");
        if (reference.isMissingNode()) {
            return schema;
        }
        String target = reference.asText();
        JsonNode found = target.startsWith("#") ? root.at(target.substring(1)) : JsonNodeFactory.instance.missingNode();
        if (!(found instanceof ObjectNode definition)) {
            throw new IllegalArgumentException("Only definitions of the same schema can be compared, not " + target);
        }
        ObjectNode whole = definition.deepCopy();
        for (String name : names(schema)) {
            if (!name.equals("$ref") && !ONLY_FOR_PEOPLE.contains(name)) {
                // Both would apply: kept apart, so that neither hides the other.
                whole.withArray("allOf").addObject().set(name, schema.path(name));
            }
        }
        return resolved(whole, root);
    }

    private static Set<JsonNode> elements(JsonNode value) {
        Set<JsonNode> elements = new LinkedHashSet<>();
        if (value instanceof ArrayNode array) {
            array.forEach(elements::add);
        } else {
            elements.add(value);
        }
        return elements;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private void add(String place, String what) {
        breaking.add((place.isEmpty() ? "/" : place) + ": " + what);
    }
}
