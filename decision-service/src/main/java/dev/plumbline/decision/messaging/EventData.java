package dev.plumbline.decision.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event, read member by member. What is not as its contract says rejects the event, with the member's name
 * but nothing of its content; members that are not asked for are ignored.
 */
final class EventData {
    private static final int LONGEST_ID = 200;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final JsonNode node;
    private final String path;

    EventData(JsonNode node) {
        this(node, "");
    }

    private EventData(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    UUID uuid(String name) {
        String text = id(name);
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw rejected(name, "is no UUID");
        }
        throw rejected(name, "is no UUID");
    }

    /** A text that things are referred to by: not blank, not long, nothing that cannot be seen. */
    String id(String name) {
        return id(required(name), name);
    }

    private String id(JsonNode value, String name) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isBlank() || text.length() > LONGEST_ID || !text.codePoints().allMatch(EventData::isPlain)) {
            throw rejected(name, "is no id");
        }
        return text;
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** A SHA-256 in 64 hexadecimal digits of lower case. */
    String digest(String name) {
        String text = id(name);
        if (!DIGEST.matcher(text).matches()) {
            throw rejected(name, "is no SHA-256");
        }
        return text;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        JsonNode value = required(name);
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        throw rejected(name, "is none of the known values");
    }

    /** A whole number that is 1 or more. */
    long revision(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw rejected(name, "is no whole number of 1 or more");
        }
        return value.longValue();
    }

    /** A whole number that is not negative. */
    int count(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw rejected(name, "is no whole number of 0 or more");
        }
        return value.intValue();
    }

    /** A version: a whole number that is 1 or more. */
    int version(String name) {
        int version = count(name);
        if (version < 1) {
            throw rejected(name, "is not 1 or more");
        }
        return version;
    }

    int countOrZero(String name) {
        return node.hasNonNull(name) ? count(name) : 0;
    }

    boolean truth(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw rejected(name, "is neither true nor false");
        }
        return value.booleanValue();
    }

    boolean truthOrFalse(String name) {
        return node.hasNonNull(name) && truth(name);
    }

    @Nullable Boolean truthOrNull(String name) {
        return node.hasNonNull(name) ? Boolean.valueOf(truth(name)) : null;
    }

    Figure figure(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw rejected(name, "is no number");
        }
        BigDecimal number = value.decimalValue();
        if (!Figure.isBelowLimit(number) || !Figure.hasFewFractionDigits(number)) {
            throw rejected(name, "is not below 10^9 with at most four fraction digits");
        }
        return Figure.of(number);
    }

    Figure figureOrZero(String name) {
        return node.hasNonNull(name) ? figure(name) : Figure.ZERO;
    }

    /** The figure, or null for JSON's null; the member has to be there. */
    @Nullable Figure figureOrNull(String name) {
        if (!node.has(name)) {
            throw rejected(name, "is missing");
        }
        return node.get(name).isNull() ? null : figure(name);
    }

    /** The object of this name, or null where there is none. */
    <T> @Nullable T objectOrNull(String name, Function<EventData, T> read) {
        return node.hasNonNull(name)
                ? read.apply(new EventData(object(node.get(name), name), path + "/" + name))
                : null;
    }

    /** The elements of a list of objects. */
    <T> List<T> list(String name, Function<EventData, T> read) {
        List<T> elements = new ArrayList<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            String place = name + "/" + i;
            elements.add(read.apply(new EventData(object(array.get(i), place), path + "/" + place)));
        }
        return elements;
    }

    /** The elements of a list of ids. */
    List<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            ids.add(id(array.get(i), name + "/" + i));
        }
        return ids;
    }

    /** Any text, empty where there is none. */
    String textOrEmpty(String name) {
        return node.path(name).asText("");
    }

    JsonNode object(String name) {
        return object(required(name), name);
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw rejected(name, "is no list");
        }
        return value;
    }

    private JsonNode object(JsonNode value, String name) {
        if (!value.isObject()) {
            throw rejected(name, "is no object");
        }
        return value;
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw rejected(name, "is missing");
        }
        return value;
    }

    private RejectedEvent rejected(String name, String what) {
        return new RejectedEvent(path + "/" + name + " " + what);
    }
}
