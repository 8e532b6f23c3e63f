package dev.plumbline.decision.app;

import dev.plumbline.decision.app.DecisionEvents.Predecessor;
import dev.plumbline.decision.app.PublishedHistory.Told;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.kit.outbox.DerivedEvents;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The events of all published decisions, made again out of the history: an application's decisions are gone through from
 * its first one on, because what an event says of the application and of the decision before follows from those.
 */
@ApplicationScoped
public class DecisionsAgain implements DerivedEvents {
    private static final Logger LOG = Logger.getLogger(DecisionsAgain.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PublishedHistory history;

    DecisionsAgain(PublishedHistory history) {
        this.history = history;
    }

    @Override
    public String topic() {
        return DecisionTopic.NAME;
    }

    @Override
    public Reading behind(Position position) {
        return new Walk(history, position);
    }

    private static final class Walk implements Reading {
        private final PublishedHistory history;
        /** The last decision that was looked at, and what is known from it and those before it of its application. */
        private UUID application;

        private int number;
        /** Up to here nothing more is to come of it. */
        private long place;

        private @Nullable Lifecycle lifecycle;
        /** The last published one, null before the first; not known where that is not what it was. */
        private @Nullable Predecessor previous;

        private boolean isPreviousKnown;

        Walk(PublishedHistory history, Position behind) {
            this.history = history;
            this.place = behind.place();
            this.isPreviousKnown = true;
            this.application = behind.key().isEmpty() ? BEFORE_ALL : UUID.fromString(behind.key());
        }

        @Override
        public Page next(int most, int mostBytes) {
            List<Told> found = history.behind(application, number, most, mostBytes);
            List<Derived> events = new ArrayList<>();
            for (Told told : found) {
                pass(told).ifPresent(events::add);
            }
            return new Page(events, found.isEmpty() ? null : new Position(application.toString(), place));
        }

        private Optional<Derived> pass(Told told) {
            PastDecision decision = told.decision();
            if (!decision.applicationId().equals(application)) {
                application = decision.applicationId();
                place = 0;
                lifecycle = null;
                previous = null;
                isPreviousKnown = true;
            }
            number = decision.number();
            lifecycle = told.lifecycle() == null ? lifecycle : told.lifecycle();
            if (!decision.published()) {
                return Optional.empty();
            }
            ShownDecision shown =
                    decision.hasItsContent() ? ShownDecision.read(decision.outcome(), told.gateOrder()) : null;
            Optional<Derived> event = event(told, shown);
            isPreviousKnown = shown != null;
            previous = shown == null ? null : new Predecessor(shown.recommendation(), decision.chainDigest());
            return event;
        }

        private Optional<Derived> event(Told told, @Nullable ShownDecision shown) {
            Publication publication = told.publication();
            if (publication == null) {
                return Optional.empty();
            }
            boolean isDone = publication.place() <= place;
            place = Math.max(place, publication.place());
            if (isDone || told.isWaiting()) {
                return Optional.empty();
            }
            Lifecycle known = lifecycle;
            // Under its id nothing may be published but what was.
            if (known == null || shown == null || !isPreviousKnown) {
                LOG.errorf(
                        "Decision %d on %s, or the one before, is not what it was: it is not published again",
                        number, application);
                return Optional.empty();
            }
            OutboxEvent event = DecisionEvents.changed(told.decision(), shown, known, previous)
                    .as(publication.eventId(), publication.traceparent());
            return Optional.of(new Derived(event, publication.place()));
        }
    }
}
