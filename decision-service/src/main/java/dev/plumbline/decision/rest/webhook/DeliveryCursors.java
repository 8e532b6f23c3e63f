package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.DeliveryLog.Place;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Instants;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;

/** The cursors of the lists of webhooks and deliveries. */
final class DeliveryCursors {
    private DeliveryCursors() {}

    static String after(Delivery delivery) {
        return Cursor.encode(delivery.eventTime().toString(), delivery.id().toString());
    }

    static Place place(String cursor) {
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            return new Place(Instants.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
