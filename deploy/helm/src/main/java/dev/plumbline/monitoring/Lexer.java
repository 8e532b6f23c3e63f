package dev.plumbline.monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query apart into words. */
final class Lexer {
    private static final Pattern WORD = Pattern.compile("""
            (?<space>\\s+|\\#[^\\n]*)\
            |(?<string>"(?:[^"\\\\]|\\\\.)*")\
            |(?<duration>(?:\\d+(?:ms|[smhdw]))+)\
            |(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\
            |(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\
            |(?<symbol>=~|!~|==|!=|>=|<=|[-+*/=<>(){}\\[\\],])""");

    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private Lexer() {}

    /** What a word is. */
    enum Kind {
        STRING,
        DURATION,
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    /** A word; of a string, what is between its quotes. */
    record Word(Kind kind, String text) {}

    static List<Word> words(String query) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(query);
        int at = 0;
        while (at < query.length()) {
            matcher.region(at, query.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("Not understood at " + at + ": " + query);
            }
            if (matcher.group("space") == null) {
                words.add(word(matcher));
            }
            at = matcher.end();
        }
        words.add(new Word(Kind.END, ""));
        return words;
    }

    private static Word word(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("string") != null) {
            String inner = text.substring(1, text.length() - 1);
            return new Word(Kind.STRING, inner.replaceAll("\\\\(.)", "$1"));
        }
        if (matcher.group("duration") != null) {
            return new Word(Kind.DURATION, text);
        }
        if (matcher.group("number") != null) {
            return new Word(Kind.NUMBER, text);
        }
        return new Word(matcher.group("name") != null ? Kind.NAME : Kind.SYMBOL, text);
    }

    /** Reads a duration such as {@code 1h30m}. */
    static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at) {
                throw new IllegalArgumentException("No duration: " + text);
            }
            Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            at = part.end();
        }
        return sum;
    }
}
