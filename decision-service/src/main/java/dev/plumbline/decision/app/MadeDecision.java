package dev.plumbline.decision.app;

import org.jspecify.annotations.Nullable;

/**
 * A decision that enters the history.
 *
 * @param publication null where it is not published
 */
public record MadeDecision(
        StoredDecision decision, @Nullable Publication publication) {}
