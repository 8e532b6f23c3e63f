package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.Candidate;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.job.events.ApplicationScreened;
import dev.plumbline.job.events.ApplicationSubmitted;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes an application to an open job. */
@ApplicationScoped
public class SubmitApplication {
    private final Jobs jobs;
    private final Applications applications;
    private final Outbox outbox;
    private final Timestamps timestamps;
    private final ScreeningNames names;

    SubmitApplication(
            Jobs jobs, Applications applications, Outbox outbox, Timestamps timestamps, ScreeningNames names) {
        this.jobs = jobs;
        this.applications = applications;
        this.outbox = outbox;
        this.timestamps = timestamps;
        this.names = names;
    }

    /**
     * What a candidate, or a system for one, sends.
     *
     * @param screening may be empty: it can come later
     */
    public record Submission(String externalId, Candidate candidate, List<ScreeningAnswer> screening) {}

    /** Stamps the application with the job's present version; refused where the job is not open, or has it already. */
    @Transactional
    public Application submit(UUID jobId, Submission submission) {
        Refusals.refuseIfAny(ScreeningAnswer.findings(submission.screening()));
        // Shared: many apply at once, while publishing and closing wait, so that the stamped version is the present
        // one.
        Job job = jobs.share(jobId).orElseThrow(() -> Refusals.noJob(jobId));
        switch (job.status()) {
            case DRAFT -> throw new ProblemException(new JobError.JobNotPublished(jobId));
            case CLOSED -> throw new ProblemException(new JobError.JobClosed(jobId));
            case OPEN -> {}
        }
        Refusals.refuseIfAny(names.findings(jobId, submission.screening()));
        Instant now = timestamps.now();
        List<OutboxEvent> events = new ArrayList<>();
        Application application =
                Application.submitted(Ids.next(), jobId, submission.externalId(), job.publishedVersion(), now);
        events.add(ApplicationSubmitted.of(application));
        if (!submission.screening().isEmpty()) {
            application = application.screened(submission.screening(), now);
            events.add(ApplicationScreened.of(application));
        }
        applications.addUnlessThere(application, submission.candidate()).ifPresent(existing -> {
            throw new ProblemException(new JobError.DuplicateApplication(existing));
        });
        outbox.appendAll(events);
        return application;
    }
}
