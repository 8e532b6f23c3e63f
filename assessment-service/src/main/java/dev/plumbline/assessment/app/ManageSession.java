package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What those who invited a candidate can do to an open session. Each call throws {@link ProblemException} 404 or 409. */
@ApplicationScoped
public class ManageSession {

    private final HeldSessions held;
    private final Sessions sessions;
    private final Clock clock;

    ManageSession(HeldSessions held, Sessions sessions, Clock clock) {
        this.held = held;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Gives more time: to begin if it is not begun, to work if it is. */
    @Transactional
    public Session extend(UUID application, UUID session, Duration by) {
        return change(held.open(application, session).extended(by));
    }

    /** Calls it off; its answers are never scored. */
    @Transactional
    public Session cancel(UUID application, UUID session) {
        return change(held.open(application, session)
                .ended(Session.State.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Gives it a new secret; the one before is worth nothing from now on. */
    @Transactional
    public Session replaceSecret(UUID application, UUID session) {
        return change(held.open(application, session).withNewSecret());
    }

    private Session change(Session session) {
        sessions.change(session);
        return session;
    }
}
