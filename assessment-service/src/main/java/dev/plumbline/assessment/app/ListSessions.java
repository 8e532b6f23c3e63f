package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists an application's sessions; overdue ones are expired first. */
@ApplicationScoped
public class ListSessions {

    private final Applications applications;
    private final Sessions sessions;
    private final ExpireSession expiry;
    private final Clock clock;

    ListSessions(Applications applications, Sessions sessions, ExpireSession expiry, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.expiry = expiry;
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @throws ProblemException {@link AssessmentError.ApplicationNotYetKnown}
     */
    @Transactional
    public List<Session> list(UUID applicationId) {
        HeldSessions.requireKnown(applications, applicationId);
        Instant now = clock.instant();
        if (sessions.hasOverdue(applicationId, now)) {
            applications.hold(applicationId);
        }
        return sessions.ofApplication(applicationId).stream()
                .map(session -> expiry.ifOverdue(session, now))
                .toList();
    }

    /** @throws ProblemException as {@link #list}, or 404 */
    @Transactional
    public Session one(UUID applicationId, UUID session) {
        return list(applicationId).stream()
                .filter(it -> it.id().equals(session))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("session", session.toString())));
    }
}
