package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.events.DecisionChanged;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.events.VerdictStale;
import dev.plumbline.kit.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that a decision gives rise to. */
final class DecisionEvents {
    private DecisionEvents() {}

    /** The last published decision before another one: what it recommended, and its chain digest. */
    record Predecessor(String recommendation, String chainDigest) {}

    /** None where it is not published and no verdict hangs on what came before it; that of the decision is the first. */
    static List<OutboxEvent> of(NewDecision made) {
        StoredDecision stored = made.stored();
        PastDecision decision = stored.past();
        List<OutboxEvent> events = new ArrayList<>(1);
        if (stored.published()) {
            Standing previous = made.previous();
            events.add(changed(
                    decision,
                    ShownDecision.of(stored.decision()),
                    made.lifecycle(),
                    previous == null
                            ? null
                            : new Predecessor(previous.recommendation().name(), previous.publishedChain())));
        }
        VerdictMark stale = made.staleVerdict();
        if (stale != null) {
            // A verdict becomes stale once: so its own revision is a revision of that fact too.
            VerdictStale event = new VerdictStale(
                    stored.applicationId(),
                    stale.revision(),
                    stale.revision(),
                    stale.decisionNumber(),
                    stored.number());
            events.add(event(decision, VerdictStale.TYPE, event));
        }
        return events;
    }

    /**
     * The event of a published decision. Also the events of old decisions are made here, and have the bytes that they had:
     * who adds a member, adds a column that says which decisions are told with it.
     *
     * @param lifecycle the application's, when it was made
     * @param previous null for an application's first
     */
    static OutboxEvent changed(
            PastDecision decision, ShownDecision shown, Lifecycle lifecycle, @Nullable Predecessor previous) {
        DecisionChanged event = new DecisionChanged(
                decision.applicationId(),
                lifecycle.externalId(),
                lifecycle.jobId(),
                decision.number(),
                shown.recommendation(),
                previous == null ? null : previous.recommendation(),
                shown.band(),
                shown.complete(),
                decision.withdrawn(),
                shown.total(),
                shown.gates(),
                decision.rubricVersion(),
                new DecisionChanged.Trigger(
                        decision.trigger().eventId(), decision.trigger().eventType()),
                decision.contentDigest(),
                decision.chainDigest(),
                previous == null ? null : previous.chainDigest(),
                decision.decidedAt());
        return event(decision, DecisionChanged.TYPE, event);
    }

    /** Part of the trace of what led to the decision. */
    private static OutboxEvent event(PastDecision decision, String type, Object data) {
        return new OutboxEvent(
                DecisionTopic.NAME,
                decision.applicationId().toString(),
                type,
                data,
                null,
                decision.decidedAt(),
                decision.trigger().traceparent());
    }
}
