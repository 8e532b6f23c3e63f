package dev.plumbline.assessment.rest;

import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; all of its methods throw {@link ProblemException} 422 for what cannot be used. */
final class Queries {

    private Queries() {}

    /** A cursor that is one text. */
    static @Nullable String text(@Nullable String cursor) {
        return cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
    }

    /** A cursor that is one whole number; 0 for none. */
    static int number(@Nullable String cursor) {
        String text = text(cursor);
        try {
            int number = text == null ? 0 : Integer.parseInt(text);
            if (number < 0) {
                throw Cursor.invalid();
            }
            return number;
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
