package dev.plumbline.assessment.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.problem.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read one by one; what is wrong is noted as a fault with its pointer, and a harmless
 * value stands in, so that reading goes on to the next fault. Ask {@link #close} at the end for what nobody read.
 */
final class Fields {

    /** Ids that a person chooses. */
    static final Pattern READABLE_ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private static final int MOST_DIGITS = 18;

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> read = new HashSet<>();

    Fields(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(new Fault(pointer, "must be an object"));
        }
    }

    boolean has(String name) {
        read.add(name);
        return node.hasNonNull(name);
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    void fault(String name, String message) {
        faults.add(new Fault(at(name), message));
    }

    /** @param longest most characters (code points) */
    String text(String name, int longest) {
        JsonNode value = required(name);
        if (value == null) {
            return "";
        }
        if (!value.isTextual()) {
            fault(name, "must be a string");
            return "";
        }
        String text = value.textValue();
        if (text.isBlank()) {
            fault(name, "must not be blank");
        } else if (text.codePointCount(0, text.length()) > longest) {
            fault(name, "must have at most " + longest + " characters");
        } else if (!Texts.canBeStored(text)) {
            fault(name, "must not hold the character U+0000 or half of a surrogate pair");
        }
        return text;
    }

    @Nullable String optionalText(String name, int longest) {
        return has(name) ? text(name, longest) : null;
    }

    String readableId(String name) {
        int before = faults.size();
        String id = text(name, 64);
        if (node.isObject()
                && faults.size() == before
                && !READABLE_ID.matcher(id).matches()) {
            fault(name, "must be of a-z, 0-9 and inner hyphens");
        }
        return id;
    }

    int whole(String name, int least, int most) {
        JsonNode value = required(name);
        if (value == null) {
            return least;
        }
        boolean inRange = value.isNumber()
                && isWritable(value.decimalValue())
                && value.decimalValue().stripTrailingZeros().scale() <= 0
                && value.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                && value.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!inRange) {
            fault(name, "must be a whole number from " + least + " to " + most);
            return least;
        }
        return value.decimalValue().intValueExact();
    }

    /** A decimal of at most four fraction digits, within both bounds. */
    BigDecimal decimal(String name, BigDecimal least, BigDecimal most) {
        JsonNode value = required(name);
        if (value == null) {
            return least;
        }
        boolean inRange = value.isNumber()
                && isWritable(value.decimalValue())
                && value.decimalValue().stripTrailingZeros().scale() <= 4
                && value.decimalValue().compareTo(least) >= 0
                && value.decimalValue().compareTo(most) <= 0;
        if (!inRange) {
            fault(
                    name,
                    "must be a number from " + least.toPlainString() + " to " + most.toPlainString()
                            + " with at most four fraction digits");
            return least;
        }
        BigDecimal stripped = value.decimalValue().stripTrailingZeros();
        return stripped.scale() < 0 ? new BigDecimal(stripped.toBigIntegerExact()) : stripped;
    }

    /** The elements, or none after a fault. */
    List<JsonNode> array(String name, int least, int most) {
        JsonNode value = required(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() < least || value.size() > most) {
            fault(name, "must be an array of " + least + " to " + most + " elements");
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** The members of an inner object; absent after a fault. */
    @Nullable Fields object(String name) {
        JsonNode value = required(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            fault(name, "must be an object");
            return null;
        }
        return new Fields(value, at(name), faults);
    }

    /** Notes every member that was not read. */
    void close() {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                fault(name, "is not known here");
            }
        });
    }

    private @Nullable JsonNode required(String name) {
        read.add(name);
        if (!node.isObject()) {
            return null;
        }
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            fault(name, "is required");
            return null;
        }
        return value;
    }

    /** Not 1E999999999, whose plain digits would fill the memory. */
    private static boolean isWritable(BigDecimal value) {
        return value.signum() == 0
                || (Math.abs((long) value.scale()) <= MOST_DIGITS
                        && value.unscaledValue().abs().compareTo(BigInteger.TEN.pow(MOST_DIGITS)) < 0);
    }
}
