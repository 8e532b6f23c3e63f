package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.IncomingFact;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.json.FactJson;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the events that are facts about an application. What a fact may say is the core's rule ({@link FactJson}). */
final class FactEvents {
    private static final String PREFIX = "dev.plumbline.";

    private static final Map<String, FactKind> KINDS = Map.ofEntries(
            Map.entry(PREFIX + "application.submitted.v1", FactKind.LIFECYCLE),
            Map.entry(PREFIX + "application.withdrawn.v1", FactKind.LIFECYCLE),
            Map.entry(PREFIX + "application.reinstated.v1", FactKind.LIFECYCLE),
            Map.entry(PREFIX + "application.screened.v1", FactKind.SCREENING),
            Map.entry(PREFIX + "assessment.section-scored.v1", FactKind.SECTION),
            Map.entry(PREFIX + "interview.panel-assigned.v1", FactKind.PANEL),
            Map.entry(PREFIX + "interview.question-rated.v1", FactKind.RATING),
            Map.entry(PREFIX + "interview.red-flag-changed.v1", FactKind.RED_FLAG),
            Map.entry(PREFIX + "interview.baseline-attested.v1", FactKind.ATTESTATION),
            Map.entry(PREFIX + "decision.waiver-changed.v1", FactKind.WAIVER));

    private FactEvents() {}

    /**
     * The fact that an event tells; empty where its type is none of a fact.
     *
     * @param position of the event in its batch
     * @throws RejectedEvent where the data is not as the contract says, with every fault of it
     */
    static Optional<IncomingFact> read(InboundEvent event, int position) {
        FactKind kind = KINDS.get(event.type());
        if (kind == null) {
            return Optional.empty();
        }
        EventData data = new EventData(event.data());
        Fact fact = fact(kind, event);
        if (kind == FactKind.LIFECYCLE && fact.content() != null) {
            data.uuid("jobId");
        }
        Trigger trigger = new Trigger(event.id(), event.type(), event.traceparent());
        return Optional.of(new IncomingFact(data.subject("applicationId", event), fact, trigger, position));
    }

    private static Fact fact(FactKind kind, InboundEvent event) {
        return switch (FactJson.read(kind, event.data())) {
            case Reading.Valid<Fact>(Fact fact) -> fact;
            case Reading.Invalid<Fact> invalid ->
                throw new RejectedEvent(invalid.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.message())
                        .collect(Collectors.joining("; ")));
        };
    }
}
