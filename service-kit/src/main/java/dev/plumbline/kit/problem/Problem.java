package dev.plumbline.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a client is told of an error.
 *
 * @param status the HTTP status, 400 to 599
 * @param slug the last segment of the problem's {@code type}, {@code /problems/<slug>}: stable, clients branch on it
 * @param title a short summary that is the same for every occurrence
 * @param detail what is wrong here and what to do about it; no personal data, no internals
 * @param errors every fault of the body, where there are any
 * @param retryAfterSeconds seconds for {@code Retry-After}, or null where trying again does not help
 */
public record Problem(
        int status,
        String slug,
        String title,
        String detail,
        List<Fault> errors,
        @Nullable Integer retryAfterSeconds) {
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem's status is from 400 to 599, not " + status);
        }
        errors = List.copyOf(errors);
    }

    /** A problem without faults that trying again does not help. */
    public Problem(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of(), null);
    }

    /** A call that the present state of something does not allow: a 409 (RFC 9110, 15.5.10). */
    public static Problem conflict(String slug, String title, String detail) {
        return new Problem(409, slug, title, detail);
    }

    /** The same, with every fault of the body. */
    public Problem withErrors(List<Fault> faults) {
        return new Problem(status, slug, title, detail, faults, retryAfterSeconds);
    }

    /** The same, to be tried again after so many seconds. */
    public Problem retryAfter(int seconds) {
        return new Problem(status, slug, title, detail, errors, seconds);
    }
}
