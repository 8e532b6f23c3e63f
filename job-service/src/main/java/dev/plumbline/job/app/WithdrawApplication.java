package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ApplicationStatus;
import dev.plumbline.job.events.ApplicationReinstated;
import dev.plumbline.job.events.ApplicationWithdrawn;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes an application back, and takes that back. */
@ApplicationScoped
public class WithdrawApplication {
    private final ChangeApplication change;
    private final Timestamps timestamps;

    WithdrawApplication(ChangeApplication change, Timestamps timestamps) {
        this.change = change;
        this.timestamps = timestamps;
    }

    /** Withdraws an application that stands. */
    @Transactional
    public Application withdraw(UUID id, Precondition precondition) {
        Application application = change.lock(id);
        precondition.check(application.revision());
        if (application.status() == ApplicationStatus.WITHDRAWN) {
            throw new ProblemException(new JobError.ApplicationWithdrawn(id));
        }
        return change.change(application.withdrawn(timestamps.now()), ApplicationWithdrawn::of);
    }

    /** Reinstates an application that is withdrawn, also to a job that was closed since. */
    @Transactional
    public Application reinstate(UUID id, Precondition precondition) {
        Application application = change.lock(id);
        precondition.check(application.revision());
        if (application.status() == ApplicationStatus.SUBMITTED) {
            throw new ProblemException(new JobError.ApplicationNotWithdrawn(id));
        }
        return change.change(application.reinstated(timestamps.now()), ApplicationReinstated::of);
    }
}
