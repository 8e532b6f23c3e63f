package dev.plumbline.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a client did that cannot be done, with the answer it gets. Each service has one sealed hierarchy of these. */
public interface ApiError {
    /** The last segment of the problem's {@code type}, {@code /problems/<slug>}: stable, clients branch on it. */
    String slug();

    /** A short summary that is the same for every occurrence. */
    String title();

    /** The HTTP status, 400 to 599. */
    int status();

    /** What is wrong here and what to do about it. No personal data, no internals. */
    String detail();

    /** Every fault of the body, where there are any. */
    default List<Fault> errors() {
        return List.of();
    }

    /** Seconds for {@code Retry-After}, or null where trying again does not help. */
    default @Nullable Integer retryAfterSeconds() {
        return null;
    }
}
