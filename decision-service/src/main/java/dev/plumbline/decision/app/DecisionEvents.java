package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Interval;
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

    /** None where it is not published and no verdict hangs on what came before it. */
    static List<OutboxEvent> of(NewDecision decision) {
        StoredDecision stored = decision.stored();
        List<OutboxEvent> events = new ArrayList<>(1);
        if (stored.published()) {
            events.add(event(stored, DecisionChanged.TYPE, changed(decision)));
        }
        VerdictMark stale = decision.staleVerdict();
        if (stale != null) {
            // A verdict becomes stale once: so its own revision is a revision of that fact too.
            VerdictStale event = new VerdictStale(
                    stored.applicationId(),
                    stale.revision(),
                    stale.revision(),
                    stale.decisionNumber(),
                    stored.number());
            events.add(event(stored, VerdictStale.TYPE, event));
        }
        return events;
    }

    /** Part of the trace of what led to the decision. */
    private static OutboxEvent event(StoredDecision stored, String type, Object data) {
        return new OutboxEvent(
                DecisionTopic.NAME,
                stored.applicationId().toString(),
                type,
                data,
                null,
                stored.decidedAt(),
                stored.trigger().traceparent());
    }

    private static DecisionChanged changed(NewDecision made) {
        StoredDecision stored = made.stored();
        Decision decision = stored.decision();
        Standing previous = made.previous();
        return new DecisionChanged(
                stored.applicationId(),
                made.lifecycle().externalId(),
                made.lifecycle().jobId(),
                stored.number(),
                decision.recommendation().name(),
                previous == null ? null : previous.recommendation().name(),
                decision.band() == null ? null : decision.band().name(),
                decision.complete(),
                stored.withdrawn(),
                total(decision.total()),
                decision.gates().stream()
                        .map(gate -> new DecisionChanged.Gate(
                                gate.gate(), gate.state().name()))
                        .toList(),
                stored.rubricVersion(),
                new DecisionChanged.Trigger(
                        stored.trigger().eventId(), stored.trigger().eventType()),
                stored.contentDigest(),
                stored.chainDigest(),
                previous == null ? null : previous.publishedChain(),
                stored.decidedAt());
    }

    private static DecisionChanged.@Nullable Total total(@Nullable Interval total) {
        return total == null
                ? null
                : new DecisionChanged.Total(
                        total.low().toDisplay(), total.high().toDisplay());
    }
}
