package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Application;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds sessions for a change: their application is held until the transaction ends. */
@ApplicationScoped
class HeldSessions {

    private final Applications applications;
    private final Sessions sessions;
    private final Clock clock;

    HeldSessions(Applications applications, Sessions sessions, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws ProblemException 404 */
    Session any(UUID id) {
        sessions.applicationOf(id).ifPresent(applications::hold);
        return sessions.session(id).orElseThrow(() -> notFound(id));
    }

    /** @throws ProblemException 404; 409 when it has ended or its time is over */
    Session open(UUID id) {
        Session session = any(id);
        if (session.isOverdue(clock.instant())) {
            throw new ProblemException(new AssessmentError.SessionEnded(id, Session.State.EXPIRED));
        }
        if (!session.isOpen()) {
            throw new ProblemException(new AssessmentError.SessionEnded(id, session.state()));
        }
        return session;
    }

    /**
     * An application's session.
     *
     * @throws ProblemException {@link AssessmentError.ApplicationNotYetKnown}; 404, also when the session is another
     *     application's; 409 as {@link #open}
     */
    Session open(UUID application, UUID id) {
        requireKnown(applications, application);
        if (sessions.applicationOf(id).filter(application::equals).isEmpty()) {
            throw notFound(id);
        }
        return open(id);
    }

    /** @throws ProblemException {@link AssessmentError.ApplicationNotYetKnown} */
    static void requireKnown(Applications applications, UUID id) {
        if (applications.application(id).map(Application::lifecycle).isEmpty()) {
            throw new ProblemException(new AssessmentError.ApplicationNotYetKnown(id));
        }
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(new KitError.NotFound("session", id.toString()));
    }
}
