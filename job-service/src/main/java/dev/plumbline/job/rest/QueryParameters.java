package dev.plumbline.job.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, which come as text so that a wrong one is named rather than taken for a wrong path. */
final class QueryParameters {
    private QueryParameters() {}

    /** The id that a page goes on after, or null for the first page. */
    static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    static @Nullable UUID uuid(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "must be a UUID");
        }
    }

    static <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static ProblemException invalid(String name, String message) {
        return new ProblemException(new KitError.InvalidParameter(name, message));
    }
}
