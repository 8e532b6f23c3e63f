package dev.plumbline.monitoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a series in the notation of promtool's tests.
 *
 * @param count how many numbers
 */
record Steps(double first, double step, int count, boolean isMissing, boolean isStale) {
    private static final String NUMBER = "[+-]?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|NaN|Inf)";
    private static final Pattern VALUES =
            Pattern.compile("(?<first>%s)(?:(?<step>[+-]\\d+(?:\\.\\d+)?))?(?:x(?<times>\\d+))?".formatted(NUMBER));
    private static final Pattern MISSING = Pattern.compile("_(?:x(?<times>\\d+))?");

    static Steps of(String part) {
        if (part.equals("stale")) {
            return new Steps(0, 0, 1, false, true);
        }
        Matcher missing = MISSING.matcher(part);
        if (missing.matches()) {
            return new Steps(0, 0, number(missing.group("times"), 1), true, false);
        }
        Matcher values = VALUES.matcher(part);
        if (!values.matches()) {
            throw new IllegalArgumentException("No series: " + part);
        }
        String step = values.group("step");
        // The first one, and then so many steps.
        return new Steps(
                value(values.group("first")),
                step == null ? 0 : Double.parseDouble(step),
                number(values.group("times"), 0) + 1,
                false,
                false);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static double value(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
