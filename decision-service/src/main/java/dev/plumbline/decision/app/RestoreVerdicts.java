package dev.plumbline.decision.app;

import dev.plumbline.decision.app.VerdictMark.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Takes verdicts that were read back from this service's own topic: new to a database that is being rebuilt only. */
@ApplicationScoped
public class RestoreVerdicts {
    private final DecisionDesk desk;
    private final Applications applications;
    private final DecisionHistory history;
    private final Verdicts verdicts;

    RestoreVerdicts(DecisionDesk desk, Applications applications, DecisionHistory history, Verdicts verdicts) {
        this.desk = desk;
        this.applications = applications;
        this.history = history;
        this.verdicts = verdicts;
    }

    /** That a verdict no longer fits the evidence, since the decision of this number. */
    public record Staleness(UUID applicationId, long verdictRevision, int sinceNumber) {}

    /** Stores what is not there yet, in the current transaction. */
    public void restore(Collection<Verdict> recorded, Collection<Staleness> stale) {
        List<Staleness> newStale = stale.stream()
                .filter(one -> !verdicts.isStale(one.applicationId(), one.verdictRevision()))
                .toList();
        List<Verdict> newVerdicts = recorded.stream()
                .filter(one -> !verdicts.has(one.applicationId(), one.revision()) || !isMarked(one))
                .toList();
        if (newStale.isEmpty() && newVerdicts.isEmpty()) {
            return;
        }
        TreeSet<UUID> ids = new TreeSet<>();
        newStale.forEach(one -> ids.add(one.applicationId()));
        newVerdicts.forEach(one -> ids.add(one.applicationId()));
        Map<UUID, OpenApplication> open = desk.open(ids, List.of());
        for (Staleness one : newStale) {
            verdicts.markStale(one.applicationId(), one.verdictRevision(), one.sinceNumber());
            markStale(opened(open, one.applicationId()), one.verdictRevision());
        }
        for (Verdict verdict : newVerdicts) {
            // Once more, now that the row is locked: it may have been recorded here in the meantime.
            if (!verdicts.has(verdict.applicationId(), verdict.revision())) {
                verdicts.add(verdict);
            }
            mark(opened(open, verdict.applicationId()), verdict);
        }
        desk.putAway(open.values());
    }

    /** Whether its application's row knows of it, or of a later one: a row that was lost does not. */
    private boolean isMarked(Verdict verdict) {
        return applications
                .find(verdict.applicationId())
                .map(Application::verdict)
                .filter(mark -> mark.revision() >= verdict.revision())
                .isPresent();
    }

    private static OpenApplication opened(Map<UUID, OpenApplication> open, UUID id) {
        OpenApplication application = open.get(id);
        if (application == null) {
            throw new IllegalStateException("An application that was locked is not there");
        }
        return application;
    }

    private static void markStale(OpenApplication application, long verdictRevision) {
        application
                .verdict()
                .filter(mark -> mark.revision() == verdictRevision)
                .ifPresent(mark -> application.take(mark.in(State.STALE)));
    }

    private void mark(OpenApplication application, Verdict verdict) {
        boolean isMarked = application
                .verdict()
                .filter(mark -> mark.revision() >= verdict.revision())
                .isPresent();
        if (!isMarked) {
            application.take(new VerdictMark(
                    verdict.revision(),
                    stateOf(application, verdict),
                    verdict.decisionNumber(),
                    verdict.contentDigest()));
        }
    }

    private State stateOf(OpenApplication application, Verdict verdict) {
        if (verdicts.isStale(verdict.applicationId(), verdict.revision())) {
            return State.STALE;
        }
        boolean isCurrent = application
                .standing()
                .flatMap(standing -> history.find(verdict.applicationId(), standing.number()))
                .map(PastDecision::contentDigest)
                .filter(verdict.contentDigest()::equals)
                .isPresent();
        return isCurrent ? State.STANDING : State.AWAITED;
    }
}
