package dev.plumbline.decision.rest.webhook;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long two secrets of a webhook are live. */
final class Overlap {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private Overlap() {}

    /**
     * The duration that was asked for.
     *
     * @throws ProblemException 422 where it is none, or a too long one
     */
    static Duration of(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try {
            Duration overlap = Duration.parse(text);
            if (!overlap.isNegative() && overlap.compareTo(LONGEST) <= 0) {
                return overlap;
            }
        } catch (DateTimeException e) {
            throw refused();
        }
        throw refused();
    }

    private static ProblemException refused() {
        return new ProblemException(new KitError.InvalidParameter(
                "overlap", "must be an ISO 8601 duration from PT0S to P7D, such as PT24H"));
    }
}
