package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Application;
import dev.plumbline.assessment.domain.JobVersion;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.TestReference;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a session for an application, of the test that its job pins. */
@ApplicationScoped
public class InviteCandidate {

    private static final Duration LONGEST_INVITATION = Duration.ofDays(366);

    private final Applications applications;
    private final Jobs jobs;
    private final Tests tests;
    private final Sessions sessions;
    private final ExpireSession expiry;
    private final SessionSettings settings;
    private final Clock clock;

    InviteCandidate(
            Applications applications,
            Jobs jobs,
            Tests tests,
            Sessions sessions,
            ExpireSession expiry,
            SessionSettings settings,
            Clock clock) {
        this.applications = applications;
        this.jobs = jobs;
        this.tests = tests;
        this.sessions = sessions;
        this.expiry = expiry;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param timeFactor stretches the working time; 1 for none
     * @param test absent for the one that the job pins
     * @param expiresAt last moment to begin; absent for the configured one
     * @param retake whether earlier scores may be replaced
     */
    public record Invitation(
            BigDecimal timeFactor,
            @Nullable TestReference test,
            @Nullable Instant expiresAt,
            boolean retake) {}

    /** @throws ProblemException 409 when the application's state or an earlier session forbids it, 422 */
    @Transactional
    public Session invite(UUID applicationId, Invitation invitation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Application application = applications.hold(applicationId);
        Application.Lifecycle lifecycle = invitable(application);
        Instant expiresAt = expiry(invitation, now);
        TestReference test = test(application, lifecycle, invitation);
        refuseUnlessFree(applicationId, invitation.retake(), now);
        Session session = new Session(
                Ids.next(),
                applicationId,
                test,
                invitation.timeFactor(),
                Session.State.INVITED,
                1,
                now,
                null,
                expiresAt,
                null);
        sessions.add(session);
        return session;
    }

    private Instant expiry(Invitation invitation, Instant now) {
        Instant asked = invitation.expiresAt();
        if (asked == null) {
            return now.plus(settings.invitationValidFor());
        }
        if (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST_INVITATION))) {
            throw invalid("/expiresAt", "must be in the future and within " + LONGEST_INVITATION.toDays() + " days");
        }
        return asked.truncatedTo(ChronoUnit.MICROS);
    }

    private TestReference test(Application application, Application.Lifecycle lifecycle, Invitation invitation) {
        TestReference named = invitation.test();
        if (named != null) {
            if (tests.version(named).isEmpty()) {
                throw invalid("/test", "is no published version of a test");
            }
            return named;
        }
        JobVersion job = jobs.effective(lifecycle.jobId(), lifecycle.rubricVersion())
                .orElseThrow(() -> new ProblemException(new AssessmentError.ApplicationNotYetKnown(application.id())));
        TestReference pinned = job.test();
        if (pinned == null || tests.version(pinned).isEmpty()) {
            throw new ProblemException(new AssessmentError.NoTestPinned(application.id()));
        }
        return pinned;
    }

    private void refuseUnlessFree(UUID application, boolean retake, Instant now) {
        boolean scored = false;
        for (Session session : sessions.ofApplication(application)) {
            Session settled = expiry.ifOverdue(session, now);
            if (settled.isOpen()) {
                throw new ProblemException(new AssessmentError.SessionStillOpen(settled.id()));
            }
            scored |= settled.isScored();
        }
        if (scored && !retake) {
            throw new ProblemException(new AssessmentError.AlreadyAssessed(application));
        }
    }

    private static Application.Lifecycle invitable(Application application) {
        Application.Lifecycle lifecycle = application.lifecycle();
        if (lifecycle == null) {
            throw new ProblemException(new AssessmentError.ApplicationNotYetKnown(application.id()));
        }
        if (application.erased()) {
            throw new ProblemException(new AssessmentError.ApplicationErased(application.id()));
        }
        if (lifecycle.withdrawn()) {
            throw new ProblemException(new AssessmentError.ApplicationWithdrawn(application.id()));
        }
        return lifecycle;
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(new KitError.InvalidContent(List.of(new Fault(pointer, message))));
    }
}
