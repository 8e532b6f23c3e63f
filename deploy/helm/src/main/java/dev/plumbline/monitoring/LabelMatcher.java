package dev.plumbline.monitoring;

import java.util.regex.Pattern;

/**
 * What a selector asks of a label.
 *
 * @param label its name
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}; expressions match a whole value
 * @param value what its value is compared with
 */
public record LabelMatcher(String label, String operator, String value) {
    /** Whether they have what is asked; a label that is absent has the empty value. */
    public boolean matches(Labels labels) {
        String actual = labels.get(label);
        return switch (operator) {
            case "=" -> actual.equals(value);
            case "!=" -> !actual.equals(value);
            case "=~" -> Pattern.matches(value, actual);
            case "!~" -> !Pattern.matches(value, actual);
            default -> throw new IllegalArgumentException("No such matcher: " + operator);
        };
    }
}
