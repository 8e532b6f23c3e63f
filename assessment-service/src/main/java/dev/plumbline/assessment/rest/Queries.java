package dev.plumbline.assessment.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Paging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; all of its methods throw {@link ProblemException} 422 for what cannot be used. */
final class Queries {

    private Queries() {}

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return Paging.limit(null);
        }
        try {
            return Paging.limit(Integer.valueOf(limit));
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    new KitError.InvalidParameter("limit", "must be a whole number from 1 to " + Paging.MOST));
        }
    }

    /** A cursor that is one text. */
    static @Nullable String text(@Nullable String cursor) {
        return cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
    }

    /** A cursor that is one whole number; 0 for none. */
    static int number(@Nullable String cursor) {
        String text = text(cursor);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    /** A cursor that is one id. */
    static @Nullable UUID id(@Nullable String cursor) {
        String text = text(cursor);
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
