package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the current transaction.
 *
 * @param lifecycle the application's, when it was made
 * @param previous where the application stood before it; null before the first
 * @param staleVerdict the verdict that it made stale, or null
 */
record NewDecision(
        StoredDecision stored,
        Lifecycle lifecycle,
        @Nullable Standing previous,
        @Nullable VerdictMark staleVerdict) {}
