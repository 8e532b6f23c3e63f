package dev.plumbline.decision.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.ChosenIds;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The data of an event, read member by member. What is not as its contract says rejects the event, with the member's name
 * but nothing of its content; members that are not asked for are ignored.
 */
final class EventData {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final JsonNode node;

    EventData(JsonNode node) {
        this.node = node;
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

    /** The id of what the event is about: the same as its subject, which orders it among the others. */
    UUID subject(String name, InboundEvent event) {
        UUID id = uuid(name);
        if (!id.toString().equals(event.subject())) {
            throw rejected(name, "is not the event's subject");
        }
        return id;
    }

    /** A text that things are referred to by: not blank, not long, nothing that cannot be seen. */
    String id(String name) {
        return id(name, ChosenIds::isId);
    }

    /** Who said or did something. */
    String person(String name) {
        return id(name, ChosenIds::isPerson);
    }

    private String id(String name, Predicate<String> isId) {
        JsonNode value = required(name);
        if (!value.isTextual() || !isId.test(value.textValue())) {
            throw rejected(name, "is no id");
        }
        return value.textValue();
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

    boolean truth(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw rejected(name, "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** Any text, empty where there is none. */
    String textOrEmpty(String name) {
        return node.path(name).asText("");
    }

    JsonNode object(String name) {
        JsonNode value = required(name);
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

    private static RejectedEvent rejected(String name, String what) {
        return new RejectedEvent("/" + name + " " + what);
    }
}
