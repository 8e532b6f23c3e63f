package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.Interviews.Position;
import dev.plumbline.interview.rest.constraints.StartOfInterview;
import dev.plumbline.kit.rest.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cursors of this service's lists. */
final class Cursors {
    private Cursors() {}

    /** The cursor of a list by id. */
    static String of(UUID id) {
        return Cursor.encode(id.toString());
    }

    /** The id that a cursor names; null for none. */
    static @Nullable UUID id(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /** The cursor of a list by start. */
    static String of(Instant startsAt, UUID id) {
        return Cursor.encode(Long.toString(startsAt.getEpochSecond()), id.toString());
    }

    /** The position that a cursor of a list by start names. */
    static Position position(String cursor) {
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            Instant startsAt = Instant.ofEpochSecond(Long.parseLong(parts.getFirst()));
            if (!StartOfInterview.Check.allows(startsAt)) {
                throw Cursor.invalid();
            }
            return new Position(startsAt, UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.invalid();
        }
    }
}
