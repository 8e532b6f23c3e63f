package dev.plumbline.decision.app;

import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where applications are opened, worked on and put away again, within one transaction: their rows are read and locked
 * together, and all that came of it is written together.
 */
@ApplicationScoped
public class DecisionDesk {
    private final Applications applications;
    private final Rubrics rubrics;
    private final DecisionHistory history;
    private final Verdicts verdicts;
    private final PanelSeats seats;
    private final Outbox outbox;
    private final DecisionMeters meters;
    private final SharedClock clock;

    DecisionDesk(
            Applications applications,
            Rubrics rubrics,
            DecisionHistory history,
            Verdicts verdicts,
            PanelSeats seats,
            Outbox outbox,
            DecisionMeters meters,
            SharedClock clock) {
        this.applications = applications;
        this.rubrics = rubrics;
        this.history = history;
        this.verdicts = verdicts;
        this.seats = seats;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Locks these applications, and creates those that nothing was known of.
     *
     * @param jobs the jobs that they may be found to belong to, besides those that are known
     * @return by id, in the order of ids
     */
    TreeMap<UUID, OpenApplication> open(SortedSet<UUID> ids, Collection<UUID> jobs) {
        return open(applications.lockOrCreate(ids), jobs);
    }

    /** Locks these applications, and creates those that nothing was known of, for who opens them later in the transaction. */
    void hold(SortedSet<UUID> ids) {
        applications.lockOrCreate(ids);
    }

    /** Opens applications that are locked already. */
    TreeMap<UUID, OpenApplication> open(Map<UUID, Application> locked, Collection<UUID> jobs) {
        Set<UUID> needed = new HashSet<>(jobs);
        for (Application application : locked.values()) {
            application.facts().lifecycle().ifPresent(lifecycle -> needed.add(UUID.fromString(lifecycle.jobId())));
        }
        // Read after the locks are held: a version that comes later finds these rows locked, and waits for them.
        Map<UUID, JobRubrics> known = new HashMap<>(rubrics.of(needed));
        Instant now = now();
        TreeMap<UUID, OpenApplication> open = new TreeMap<>();
        locked.forEach((id, application) -> open.put(id, new OpenApplication(application, known::get, now)));
        return open;
    }

    /** Writes what has changed, and the events that tell of it. */
    void putAway(Collection<OpenApplication> open) {
        List<Application> rows = new ArrayList<>(open.size());
        List<NewDecision> decisions = new ArrayList<>(open.size());
        Map<UUID, Set<String>> owing = new HashMap<>();
        for (OpenApplication application : open) {
            meters.countOutOfScale(application.outOfScale());
            if (application.isChanged()) {
                Application row = application.toApplication();
                rows.add(row);
                decisions.addAll(application.decisions());
                application.newOwing().ifPresent(now -> owing.put(row.id(), now));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        applications.save(rows);
        seats.put(owing);
        for (NewDecision decision : decisions) {
            VerdictMark stale = decision.staleVerdict();
            if (stale != null) {
                StoredDecision stored = decision.stored();
                verdicts.markStale(stored.applicationId(), stale.revision(), stored.number());
            }
        }
        history.append(publish(decisions));
        meters.count(decisions);
    }

    /** Appends the events to the outbox: the history keeps how each decision was published. */
    private List<MadeDecision> publish(List<NewDecision> decisions) {
        List<OutboxEvent> events = new ArrayList<>(decisions.size());
        int[] first = new int[decisions.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = events.size();
            events.addAll(DecisionEvents.of(decisions.get(i)));
        }
        List<Outbox.Appended> appended = outbox.appendAll(events);
        List<MadeDecision> made = new ArrayList<>(first.length);
        for (int i = 0; i < first.length; i++) {
            StoredDecision stored = decisions.get(i).stored();
            made.add(new MadeDecision(stored, stored.published() ? publication(appended.get(first[i])) : null));
        }
        return made;
    }

    private static Publication publication(Outbox.Appended event) {
        return new Publication(event.id(), event.traceparent(), event.place());
    }

    /**
     * The moment that is stored and published: PostgreSQL keeps microseconds. By the clock that all instances share: whether a
     * webhook is to be told of it goes by when it happened.
     */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
