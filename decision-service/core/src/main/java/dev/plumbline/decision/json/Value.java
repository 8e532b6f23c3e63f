package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value at its place. Each {@code as...} method answers what the value is, or {@code null} with its fault
 * recorded.
 */
record Value(JsonNode node, Place place, Faults faults) {

    /** The longest id of what people name: nodes, gates, sections, questions, criteria. */
    static final int MAX_ID = 200;

    /** The longest id of a person: a {@code sub} has at most 255 characters (OpenID Connect Core 1.0, 2). */
    static final int MAX_PERSON = 255;

    /** The longest name. */
    static final int MAX_NAME = 500;

    /** The longest list that has no limit of its own. */
    static final int MAX_LIST = 10_000;

    void fault(String message) {
        faults.add(place, message);
    }

    private <T> @Nullable T not(String message) {
        fault(message);
        return null;
    }

    boolean isNull() {
        return node.isNull();
    }

    @Nullable Fields asFields() {
        return node.isObject() ? new Fields(node, place, faults) : not("must be an object");
    }

    /** A name that things are referred to by: text, not blank, at most {@link #MAX_ID} characters. */
    @Nullable String asId() {
        return asId(MAX_ID);
    }

    /** Who said something: text, not blank, at most {@link #MAX_PERSON} characters. */
    @Nullable String asPerson() {
        return asId(MAX_PERSON);
    }

    private @Nullable String asId(int maxLength) {
        String text = asText(maxLength);
        return text != null && text.isBlank() ? not("must not be blank") : text;
    }

    /** What people read, at most {@link #MAX_NAME} characters. */
    @Nullable String asName() {
        return asText(MAX_NAME);
    }

    private @Nullable String asText(int maxLength) {
        if (!node.isTextual()) {
            return not("must be a text");
        }
        String text = node.textValue();
        if (text.length() > maxLength) {
            return not("must have at most " + maxLength + " characters");
        }
        return text.codePoints().allMatch(Value::isPlain)
                ? text
                : not("must not contain control characters or halves of characters");
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** A decimal with at most four fraction digits, below 10^9. */
    @Nullable Figure asFigure() {
        if (!node.isNumber()) {
            return not("must be a number");
        }
        if (node.isDouble() || node.isFloat()) {
            throw new IllegalArgumentException("numbers are read as exact decimals, never as binary floating point");
        }
        BigDecimal number = node.decimalValue();
        if (!Figure.isBelowLimit(number)) {
            return not("must be below 1000000000");
        }
        return Figure.hasFewFractionDigits(number) ? Figure.of(number) : not("must have at most four fraction digits");
    }

    @Nullable Figure asPositive() {
        Figure figure = asFigure();
        return figure == null || figure.isPositive() ? figure : not("must be more than 0");
    }

    @Nullable Figure asNotNegative() {
        Figure figure = asFigure();
        return figure == null || !figure.isNegative() ? figure : not("must not be negative");
    }

    @Nullable Figure asPercentage() {
        Figure figure = asFigure();
        return figure == null || figure.isPercentage() ? figure : not("must be within 0 to 100");
    }

    /** A whole number of at least {@code least}; 2.0 is whole. */
    @Nullable Integer asWhole(int least) {
        Figure figure = asFigure();
        if (figure == null) {
            return null;
        }
        if (!figure.isWhole()) {
            return not("must be a whole number");
        }
        return figure.compareTo(Figure.of(least)) < 0
                ? not("must be at least " + least)
                : figure.toBigDecimal().intValueExact();
    }

    /** A whole number from 1 to the largest {@code long}. */
    @Nullable Long asRevision() {
        boolean isRevision = node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 1;
        return isRevision ? Long.valueOf(node.longValue()) : not("must be a whole number of at least 1");
    }

    @Nullable Boolean asTruth() {
        return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : not("must be true or false");
    }

    <E extends Enum<E>> @Nullable E asOneOf(Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        for (E choice : choices) {
            if (node.isTextual() && choice.name().equals(node.textValue())) {
                return choice;
            }
        }
        return not("must be one of "
                + String.join(", ", choices.stream().map(Enum::name).toList()));
    }

    /** The elements of a list of at most {@code maxSize}. */
    @Nullable List<Value> asList(int maxSize) {
        if (!node.isArray()) {
            return not("must be a list");
        }
        if (node.size() > maxSize) {
            return not("must have at most " + maxSize + " elements");
        }
        List<Value> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Value(node.get(i), place.child(i), faults));
        }
        return elements;
    }
}
