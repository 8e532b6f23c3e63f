package dev.plumbline.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A certificate writes numbers as texts: this makes them numbers again, where facts and rubrics have any. */
final class Numbers {
    private static final Set<String> NAMES = Set.of(
            "revision",
            "rubricVersion",
            "earned",
            "possible",
            "pending",
            "right",
            "total",
            "rating",
            "min",
            "max",
            "weight",
            "minRaters",
            "minAttestations",
            "atLeast",
            "moreThan",
            "atLeastRating",
            "strongAt",
            "failBelow");
    private static final Predicate<String> DECIMAL =
            Pattern.compile("(0|[1-9][0-9]{0,18})(\\.[0-9]{0,3}[1-9])?").asMatchPredicate();
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private Numbers() {}

    /** A copy; what is no number in its one form stays a text, and so is found to be none. */
    static JsonNode restored(JsonNode tree) {
        if (tree.isArray()) {
            ArrayNode copy = JSON.arrayNode(tree.size());
            tree.forEach(element -> copy.add(restored(element)));
            return copy;
        }
        if (!tree.isObject()) {
            return tree;
        }
        ObjectNode copy = JSON.objectNode();
        tree.properties()
                .forEach(member -> copy.set(
                        member.getKey(),
                        NAMES.contains(member.getKey()) && member.getValue().isTextual()
                                ? number(member.getValue())
                                : restored(member.getValue())));
        return copy;
    }

    private static JsonNode number(JsonNode text) {
        String decimal = text.textValue();
        if (!DECIMAL.test(decimal)) {
            return text;
        }
        return decimal.indexOf('.') < 0 ? whole(new BigInteger(decimal)) : JSON.numberNode(new BigDecimal(decimal));
    }

    private static JsonNode whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
    }
}
