package dev.plumbline.decision.rest;

import dev.plumbline.kit.rest.Cursor;

/** The cursors of this service's lists. */
final class Cursors {
    private Cursors() {}

    /** The number, 1 or more, of the decision after which a history goes on. */
    static int number(String cursor) {
        try {
            int number = Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }
}
