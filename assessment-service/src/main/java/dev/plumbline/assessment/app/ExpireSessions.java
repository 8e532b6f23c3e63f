package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends sessions whose time is over and scores them as they stand: when somebody comes upon one, and by a sweep for those
 * that nobody asks for. Each is expired by whoever holds its application, so several instances can sweep at once.
 */
@ApplicationScoped
public class ExpireSessions {

    private static final Logger LOG = Logger.getLogger(ExpireSessions.class);
    private static final int BATCH = 200;

    private final Applications applications;
    private final Sessions sessions;
    private final SessionScores scores;
    private final Clock clock;

    ExpireSessions(Applications applications, Sessions sessions, SessionScores scores, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.scores = scores;
        this.clock = clock;
    }

    @Scheduled(every = "{plumbline.sessions.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        expireOverdue();
    }

    /**
     * One transaction a session, so that one in trouble does not keep the others.
     *
     * @return how many were expired here
     */
    public int expireOverdue() {
        int expired = 0;
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> sessions.overdue(clock.instant(), BATCH))) {
            try {
                expired += QuarkusTransaction.requiringNew().call(() -> expireIfFree(id)) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Session %s cannot be expired now; the next sweep tries again", id);
            }
        }
        return expired;
    }

    /** Expires it now if it is overdue, in a transaction that stays whatever becomes of the call. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void ifOverdue(UUID sessionId) {
        Instant now = clock.instant();
        if (sessions.isOverdue(sessionId, now)) {
            applications.hold(sessions.applicationOf(sessionId).orElseThrow());
            sessions.session(sessionId).ifPresent(session -> ifOverdue(session, now));
        }
    }

    /** The same within a transaction that holds the application. */
    Session ifOverdue(Session session, Instant now) {
        return session.isOverdue(now) ? scores.end(session, Session.State.EXPIRED, now) : session;
    }

    private boolean expireIfFree(UUID id) {
        return sessions.applicationOf(id)
                .flatMap(applications::holdIfFree)
                .flatMap(held -> sessions.session(id))
                .filter(session -> session.isOverdue(clock.instant()))
                .map(session -> scores.end(session, Session.State.EXPIRED, clock.instant()))
                .isPresent();
    }
}
