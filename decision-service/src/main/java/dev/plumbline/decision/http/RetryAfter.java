package dev.plumbline.decision.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date of the clock that {@code Date} is of. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /**
     * How long to wait; null where there is none, or nothing that can be read.
     *
     * @param date of the answer, by the clock of who says when to come back
     * @param now where the answer has no date
     */
    static @Nullable Duration read(@Nullable String header, @Nullable String date, Instant now) {
        String text = header == null ? "" : header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant then = time(text);
        if (then == null) {
            return null;
        }
        Instant theirs = date == null ? null : time(date.strip());
        Duration wait = Duration.between(theirs == null ? now : theirs, then);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Instant time(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
