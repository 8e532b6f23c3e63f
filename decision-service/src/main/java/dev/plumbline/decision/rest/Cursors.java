package dev.plumbline.decision.rest;

import dev.plumbline.kit.rest.Cursor;

/** The cursors of this service's lists. */
final class Cursors {
    private Cursors() {}

    /** The number of the decision after which a history goes on. */
    static int number(String cursor) {
        try {
            return Integer.parseUnsignedInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}
