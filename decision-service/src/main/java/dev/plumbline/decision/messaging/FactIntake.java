package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.IncomingFact;
import dev.plumbline.decision.app.RecordFacts;
import dev.plumbline.decision.app.RecordFacts.Conflict;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.kit.inbox.DeadLetters;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Records the facts among the events of a batch, and sets aside those that are wrong or in conflict. */
@ApplicationScoped
public class FactIntake {
    private final RecordFacts recordFacts;
    private final DeadLetters deadLetters;

    FactIntake(RecordFacts recordFacts, DeadLetters deadLetters) {
        this.recordFacts = recordFacts;
        this.deadLetters = deadLetters;
    }

    /** What is to be recorded of a batch. */
    private record Read(List<IncomingFact> facts, Set<UUID> alsoHeld) {
        boolean isEmpty() {
            return facts.isEmpty() && alsoHeld.isEmpty();
        }
    }

    /**
     * Takes the events of a batch, in the current transaction.
     *
     * @param others takes those that are no facts, and says which applications' rows are to be locked because of them,
     *     together with those of the facts; it may reject them
     */
    void take(List<InboundEvent> events, Function<InboundEvent, Set<UUID>> others) {
        Read read = read(events, others, (event, rejected) -> deadLetters.add(event.record(), rejected.reason()));
        if (!read.isEmpty()) {
            for (Conflict conflict : recordFacts.record(read.facts(), read.alsoHeld())) {
                boolean isIncoming =
                        conflict.rejected().equals(conflict.incoming().fact());
                ConflictLetters.add(
                        deadLetters,
                        events.get(conflict.incoming().position()).record(),
                        isIncoming
                                ? null
                                : CanonicalJson.fact(conflict.rejected().content()));
            }
        }
    }

    /**
     * Takes the locks that taking these events takes, and in the same order.
     *
     * @param others as with {@link #take}; takes nothing
     * @return the applications that are locked
     */
    Set<UUID> hold(List<InboundEvent> events, Function<InboundEvent, Set<UUID>> others) {
        Read read = read(events, others, (event, rejected) -> {
            // Who takes it sets it aside.
        });
        return read.isEmpty() ? Set.of() : recordFacts.hold(read.facts(), read.alsoHeld());
    }

    private static Read read(
            List<InboundEvent> events,
            Function<InboundEvent, Set<UUID>> others,
            BiConsumer<InboundEvent, RejectedEvent> rejections) {
        List<IncomingFact> facts = new ArrayList<>(events.size());
        Set<UUID> alsoHeld = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            InboundEvent event = events.get(i);
            try {
                Optional<IncomingFact> fact = FactEvents.read(event, i);
                if (fact.isPresent()) {
                    facts.add(fact.get());
                } else {
                    alsoHeld.addAll(others.apply(event));
                }
            } catch (RejectedEvent rejected) {
                rejections.accept(event, rejected);
            }
        }
        return new Read(facts, alsoHeld);
    }
}
