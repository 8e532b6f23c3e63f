package dev.plumbline.kit.operations;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rebuild.Difference;
import dev.plumbline.kit.rest.Cursor;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of the operations, as text: JAX-RS answers 404 to what it cannot read. */
final class Parameters {
    private Parameters() {}

    /** The id that a cursor names; null to begin. */
    static @Nullable UUID after(@Nullable String cursor) {
        return cursor == null ? null : id(Cursor.decode(cursor, 1).getFirst());
    }

    /** The difference that a cursor names; null to begin. */
    static @Nullable Difference afterDifference(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        Difference.Kind kind = Arrays.stream(Difference.Kind.values())
                .filter(one -> one.name().equals(parts.get(1)))
                .findFirst()
                .orElseThrow(Cursor::invalid);
        return new Difference(id(parts.getFirst()), kind);
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }

    /**
     * The constant of this name; null where none is given.
     *
     * @throws ProblemException 422 where it is the name of none
     */
    static <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new KitError.InvalidParameter(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
