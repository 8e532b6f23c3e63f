package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Application;
import dev.plumbline.assessment.domain.Session;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Learns of applications. Facts may come in any order and more than once; the highest revision counts. */
@ApplicationScoped
public class RecordApplication {

    private final Applications applications;
    private final Sessions sessions;
    private final Answers answers;
    private final SessionScores scores;
    private final Clock clock;

    RecordApplication(
            Applications applications, Sessions sessions, Answers answers, SessionScores scores, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.answers = answers;
        this.scores = scores;
        this.clock = clock;
    }

    @Transactional
    public void lifecycle(UUID id, Application.Lifecycle lifecycle) {
        Application application = applications.hold(id);
        Application.Lifecycle known = application.lifecycle();
        if (known == null || lifecycle.revision() > known.revision()) {
            applications.change(new Application(id, lifecycle, application.erased()));
        }
    }

    /**
     * The person's data is to go: texts are deleted and open sessions called off; scores stay. A session whose time was
     * over is scored first, as it would have been a moment earlier.
     */
    @WithSpan("erase application")
    @Transactional
    public void erased(UUID id) {
        Application application = applications.hold(id);
        if (application.erased()) {
            return;
        }
        for (Session session : sessions.ofApplication(id)) {
            if (session.isOverdue(clock.instant())) {
                scores.end(session, Session.State.EXPIRED, clock.instant());
            } else if (session.isOpen()) {
                sessions.change(
                        session.ended(Session.State.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            }
        }
        answers.eraseTexts(id);
        applications.change(new Application(id, application.lifecycle(), true));
    }
}
