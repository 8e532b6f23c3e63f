package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All decisions on all applications, as they were published. */
public interface PublishedHistory {

    /**
     * A decision of the history.
     *
     * @param lifecycle the application's, where that is among the facts that came in since the decision before
     * @param publication null where it was not published, or by a version that did not keep this
     * @param gateOrder the places of the gates of its event in the outcome; null where they are in the same order
     * @param isWaiting whether its event waits in the outbox now
     */
    record Told(
            PastDecision decision,
            @Nullable Lifecycle lifecycle,
            @Nullable Publication publication,
            byte @Nullable [] gateOrder,
            boolean isWaiting) {}

    /**
     * Those behind a decision, by application and number; none where there are no more.
     *
     * @param most how many at most
     * @param mostBytes none is read behind so many bytes of others: what a decision says may be long
     */
    List<Told> behind(UUID applicationId, int number, int most, int mostBytes);
}
