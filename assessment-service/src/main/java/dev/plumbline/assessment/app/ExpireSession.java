package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Ends a session whose time is over and scores it as it stands, the unanswered at 0. */
@ApplicationScoped
public class ExpireSession {

    private final Applications applications;
    private final Sessions sessions;
    private final SessionScores scores;
    private final Clock clock;

    ExpireSession(Applications applications, Sessions sessions, SessionScores scores, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.scores = scores;
        this.clock = clock;
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

    /**
     * The same, unless another transaction holds its application just now.
     *
     * @return whether it was expired here
     */
    @WithSpan("expire session")
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean ifOverdueAndFree(UUID sessionId) {
        return sessions.applicationOf(sessionId)
                .flatMap(applications::holdIfFree)
                .flatMap(held -> sessions.session(sessionId))
                .filter(session -> session.isOverdue(clock.instant()))
                .map(session -> scores.end(session, Session.State.EXPIRED, clock.instant()))
                .isPresent();
    }

    /** The same within a transaction that holds the application. */
    Session ifOverdue(Session session, Instant now) {
        return session.isOverdue(now) ? scores.end(session, Session.State.EXPIRED, now) : session;
    }
}
