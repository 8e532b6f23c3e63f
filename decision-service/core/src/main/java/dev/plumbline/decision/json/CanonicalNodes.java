package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Any tree of JSON in canonical form, with numbers as texts. */
final class CanonicalNodes {

    /** Beyond so many zeros a number is not written out: 1e999999999 must not become a billion digits. */
    private static final int MOST_ZEROS = 1_000;

    private CanonicalNodes() {}

    static void write(CanonicalWriter json, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                // Strings compare by UTF-16 code units, as RFC 8785, 3.2.3 wants.
                TreeMap<String, JsonNode> members = new TreeMap<>();
                node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                json.beginObject();
                members.forEach((name, value) -> write(json.name(name), value));
                json.endObject();
            }
            case ARRAY -> {
                json.beginArray();
                node.forEach(element -> write(json, element));
                json.endArray();
            }
            case STRING -> json.text(node.textValue());
            case NUMBER -> json.text(decimal(node));
            case BOOLEAN -> json.truth(node.booleanValue());
            case NULL -> json.nothing();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("this is no JSON");
        }
    }

    private static String decimal(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.bigIntegerValue().toString();
        }
        BigDecimal stripped = number.decimalValue().stripTrailingZeros();
        return Math.abs((long) stripped.scale()) <= MOST_ZEROS ? stripped.toPlainString() : stripped.toString();
    }
}
