package dev.plumbline.decision.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Any JSON in one canonical form, for a digest: members sorted by name, numbers as texts without zeros at the end, so that
 * two spellings of one content are one.
 */
final class CanonicalTree {
    private CanonicalTree() {}

    static byte[] bytes(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            text.append('{');
            members.forEach((name, value) -> {
                text.append(TextNode.valueOf(name)).append(':');
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                write(element, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node.isNumber() ? TextNode.valueOf(plain(node.decimalValue())) : node.toString());
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        // Written out only where that is short: 1e999999999 must not become a billion digits.
        return Math.abs((long) stripped.scale()) <= 100 ? stripped.toPlainString() : stripped.toString();
    }
}
