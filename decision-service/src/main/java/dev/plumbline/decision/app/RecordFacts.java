package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Merged.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Takes a batch of facts in one transaction: each fact that changes what is known of its application is decided in its
 * turn, with the event that brought it as the trigger.
 */
@ApplicationScoped
public class RecordFacts {
    private final DecisionDesk desk;
    private final Rubrics rubrics;
    private final DecisionMeters meters;

    RecordFacts(DecisionDesk desk, Rubrics rubrics, DecisionMeters meters) {
        this.desk = desk;
        this.rubrics = rubrics;
        this.meters = meters;
    }

    /**
     * A fact that came in conflict with a known one of the same revision.
     *
     * @param incoming the one that came
     * @param rejected the one of the two that is to be set aside
     */
    public record Conflict(IncomingFact incoming, Fact rejected) {}

    /** Records the facts, those of one application in the order given, and says which are in conflict. */
    public List<Conflict> record(List<IncomingFact> facts) {
        return record(facts, Set.of());
    }

    /**
     * Records the facts as above.
     *
     * @param alsoHeld applications whose rows are locked together with those of the facts, and so in the order of all their
     *     ids: for what else the transaction does to them
     */
    public List<Conflict> record(List<IncomingFact> facts, Set<UUID> alsoHeld) {
        Map<UUID, List<IncomingFact>> byApplication = new HashMap<>();
        for (IncomingFact fact : facts) {
            byApplication
                    .computeIfAbsent(fact.applicationId(), id -> new ArrayList<>(2))
                    .add(fact);
        }
        Set<UUID> jobs = jobs(facts);
        rubrics.holdVersions(jobs);
        TreeMap<UUID, OpenApplication> open = desk.open(applications(facts, alsoHeld), jobs);
        List<Conflict> conflicts = new ArrayList<>();
        meters.time(() -> open.forEach((id, application) -> {
            for (IncomingFact fact : byApplication.getOrDefault(id, List.of())) {
                Outcome outcome = application.take(fact.fact(), fact.trigger());
                if (outcome instanceof Outcome.Conflict conflict) {
                    conflicts.add(new Conflict(fact, conflict.rejected()));
                }
            }
        }));
        meters.countConflicts(conflicts.size());
        desk.putAway(open.values());
        return conflicts;
    }

    /**
     * Takes the locks that recording these takes, and in the same order, until the transaction ends.
     *
     * @return the applications that are locked
     */
    public SortedSet<UUID> hold(List<IncomingFact> facts, Set<UUID> alsoHeld) {
        rubrics.holdVersions(jobs(facts));
        SortedSet<UUID> applications = applications(facts, alsoHeld);
        desk.hold(applications);
        return applications;
    }

    private static SortedSet<UUID> applications(List<IncomingFact> facts, Set<UUID> alsoHeld) {
        TreeSet<UUID> applications = new TreeSet<>(alsoHeld);
        facts.forEach(fact -> applications.add(fact.applicationId()));
        return applications;
    }

    private static Set<UUID> jobs(List<IncomingFact> facts) {
        Set<UUID> jobs = new HashSet<>();
        for (IncomingFact fact : facts) {
            FactContent content = fact.fact().content();
            if (content instanceof Lifecycle lifecycle) {
                jobs.add(UUID.fromString(lifecycle.jobId()));
            }
        }
        return jobs;
    }
}
