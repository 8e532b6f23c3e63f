package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a webhook's messages are signed with.
 *
 * @param current the newest
 * @param previous the one before, while it lives on; null where there is none
 * @param previousUntil until when it does; null where there is none
 */
public record LiveSecrets(
        SecretId current,
        @Nullable SecretId previous,
        @Nullable Instant previousUntil) {

    /** Those that are live at this time. */
    List<SecretId> at(Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(current, previous)
                : List.of(current);
    }
}
