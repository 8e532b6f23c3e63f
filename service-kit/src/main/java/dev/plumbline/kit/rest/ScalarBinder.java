package dev.plumbline.kit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.problem.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds the JSON values that have no members. */
final class ScalarBinder {
    /** Beyond this many digits before or after the point a number is no score, weight or count, but an attack. */
    private static final int MOST_DIGITS = 100;

    private static final int LAST_YEAR = 9999;

    private final List<Fault> faults;

    ScalarBinder(List<Fault> faults) {
        this.faults = faults;
    }

    @Nullable Object bind(JsonNode node, Class<?> type, String pointer) {
        if (type == BigDecimal.class) {
            return decimal(node, pointer);
        }
        if (type == int.class || type == Integer.class) {
            Long whole = whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE, pointer);
            return whole == null ? null : whole.intValue();
        }
        if (type == long.class || type == Long.class) {
            return whole(node, Long.MIN_VALUE, Long.MAX_VALUE, pointer);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : fault(pointer, "must be true or false");
        }
        if (!node.isTextual()) {
            return fault(pointer, "must be a string");
        }
        return text(node.textValue(), type, pointer);
    }

    static Object zeroOf(Class<?> primitive) {
        if (primitive == boolean.class) {
            return false;
        }
        if (primitive == long.class) {
            return 0L;
        }
        if (primitive == int.class) {
            return 0;
        }
        throw new IllegalStateException("A request record cannot hold a " + primitive);
    }

    private @Nullable Object text(String text, Class<?> type, String pointer) {
        if (type == String.class) {
            return isStorable(text) ? text : fault(pointer, "must not hold U+0000 or half of a surrogate pair");
        }
        if (type.isEnum()) {
            return enumConstant(text, type, pointer);
        }
        if (type == UUID.class) {
            return parse(text, ScalarBinder::uuid, pointer, "must be a UUID");
        }
        if (type == Instant.class) {
            return parse(text, Instants::parse, pointer, Instants.EXPECTED);
        }
        if (type == LocalDate.class) {
            return parse(text, ScalarBinder::date, pointer, "must be a date in the years 1 to 9999 such as 2026-01-31");
        }
        if (type == Duration.class) {
            return parse(text, Duration::parse, pointer, "must be an ISO 8601 duration such as PT45M");
        }
        if (type == ZoneId.class) {
            return parse(text, ZoneId::of, pointer, "must be a time zone such as America/New_York");
        }
        if (type == URI.class) {
            return parse(text, ScalarBinder::uri, pointer, "must be a URI");
        }
        throw new IllegalStateException("A request record cannot hold a " + type);
    }

    /** PostgreSQL has no text with U+0000, UTF-8 no lone surrogate; no name or note needs one. */
    private static boolean isStorable(String text) {
        return text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
    }

    private @Nullable Object enumConstant(String text, Class<?> type, String pointer) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return fault(pointer, "must be one of " + allowed);
    }

    private @Nullable BigDecimal decimal(JsonNode node, String pointer) {
        if (!node.isNumber()) {
            fault(pointer, "must be a number");
            return null;
        }
        BigDecimal value = node.decimalValue();
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            fault(pointer, "has more digits than any number here needs");
            return null;
        }
        return value;
    }

    private @Nullable Long whole(JsonNode node, long least, long most, String pointer) {
        BigDecimal value = decimal(node, pointer);
        if (value == null) {
            return null;
        }
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        if (!isWhole
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(pointer, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return value.longValueExact();
    }

    private <T> @Nullable T parse(String text, Function<String, T> parser, String pointer, String message) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            fault(pointer, message);
            return null;
        }
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        // PostgreSQL has fewer years than Java.
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year is none from 1 to 9999");
        }
        return date;
    }

    static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        // fromString also takes short groups, which would give one id several spellings.
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the canonical form");
        }
        return id;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private @Nullable Object fault(String pointer, String message) {
        faults.add(new Fault(pointer, message));
        return null;
    }
}
