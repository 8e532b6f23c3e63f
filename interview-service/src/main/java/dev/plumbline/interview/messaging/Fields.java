package dev.plumbline.interview.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the members of an event that this service uses; what is missing or of another type makes the event unusable. */
record Fields(JsonNode node, String path) {
    /** The data of an event. */
    static Fields of(JsonNode data) {
        return new Fields(data, "");
    }

    /**
     * The data of an event about its subject, which is its key: one that speaks of another would be taken out of that
     * one's order.
     *
     * @param id the member that names what the event is about
     */
    static Fields about(String id, InboundEvent event) {
        Fields data = of(event.data());
        if (!data.uuid(id).toString().equals(event.subject())) {
            throw data.unusable(id, "the subject");
        }
        return data;
    }

    /** A text. PostgreSQL has none with U+0000. */
    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            throw unusable(name, "a text");
        }
        return value.textValue();
    }

    /** A text, or null where it is absent or null. */
    @Nullable String textOrNull(String name) {
        return node.hasNonNull(name) ? text(name) : null;
    }

    /** A UUID. */
    UUID uuid(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw unusable(name, "a UUID");
        }
    }

    /** A whole number from 1 to {@code most}. */
    long positive(String name, long most) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > most) {
            throw unusable(name, "a whole number from 1");
        }
        return value.longValue();
    }

    /** A number, exact. */
    BigDecimal decimal(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw unusable(name, "a number");
        }
        return value.decimalValue();
    }

    /** An object. */
    Fields object(String name) {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw unusable(name, "an object");
        }
        return new Fields(value, path + "/" + name);
    }

    /** The objects of an array; none where it is absent or null. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isObject()) {
                throw unusable(name, "an array of objects");
            }
            objects.add(new Fields(item, path + "/" + name + "/" + objects.size()));
        }
        return objects;
    }

    /** The texts of an array; none where it is absent or null. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            texts.add(textOf(item, name));
        }
        return texts;
    }

    /** The texts of an object, by name; none where it is absent or null. */
    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.hasNonNull(name)) {
            object(name).node.properties().forEach(e -> texts.put(e.getKey(), textOf(e.getValue(), name)));
        }
        return texts;
    }

    /** Whether the member is there and not null. */
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The event cannot be used, because this member is not what it has to be. */
    RejectedEvent unusable(String name, String expected) {
        return new RejectedEvent(path + "/" + name + " is not " + expected);
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (!value.isArray()) {
            throw unusable(name, "an array");
        }
        return value;
    }

    private String textOf(JsonNode item, String name) {
        if (!item.isTextual() || item.textValue().indexOf('\0') >= 0) {
            throw unusable(name, "made of texts");
        }
        return item.textValue();
    }
}
