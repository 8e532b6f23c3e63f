package dev.plumbline.assessment.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.util.UUID;

/** Reads what this service uses of an event's data; whatever else there is is not looked at. */
final class EventData {

    private EventData() {}

    /** @throws RejectedEvent when the member is missing or no UUID */
    static UUID uuid(JsonNode data, String name) {
        try {
            return UUID.fromString(text(data, name));
        } catch (IllegalArgumentException e) {
            throw new RejectedEvent(name + " is no UUID");
        }
    }

    /** @throws RejectedEvent when the member is missing, blank, no string, or cannot be stored */
    static String text(JsonNode data, String name) {
        String text = data.path(name).textValue();
        if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
            throw new RejectedEvent(name + " is no text");
        }
        return text;
    }

    /** @throws RejectedEvent when the member is no whole number from 1 to the given one */
    static long whole(JsonNode data, String name, long most) {
        JsonNode value = data.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > most) {
            throw new RejectedEvent(name + " is no whole number from 1 to " + most);
        }
        return value.longValue();
    }
}
