package dev.plumbline.kit.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Instants as callers write them: ISO 8601 with an offset, in the years 1970 to 9999. Java reads years that PostgreSQL does
 * not keep, and nobody means them.
 */
public final class Instants {
    /** What is said of a text that is none. */
    public static final String EXPECTED = "must be an instant in the years 1970 to 9999 such as 2026-01-31T09:00:00Z";

    private static final Instant TOO_LATE =
            OffsetDateTime.parse("9999-12-31T00:00:00Z").plusDays(1).toInstant();

    private Instants() {}

    /** @throws DateTimeException where the text is none */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(TOO_LATE)) {
            throw new DateTimeException("The year is none from 1970 to 9999");
        }
        return instant;
    }
}
