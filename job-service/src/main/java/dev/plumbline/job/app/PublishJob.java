package dev.plumbline.job.app;

import dev.plumbline.job.domain.AppliesTo;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.RubricOutline;
import dev.plumbline.job.events.JobPublished;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Makes a job's draft its next version: immutable, and what applicants are measured by from then on. */
@ApplicationScoped
public class PublishJob {
    private final Jobs jobs;
    private final JobVersions versions;
    private final RatingScales ratingScales;
    private final PlanCheck check;
    private final Outbox outbox;
    private final Timestamps timestamps;

    PublishJob(
            Jobs jobs,
            JobVersions versions,
            RatingScales ratingScales,
            PlanCheck check,
            Outbox outbox,
            Timestamps timestamps) {
        this.jobs = jobs;
        this.versions = versions;
        this.ratingScales = ratingScales;
        this.check = check;
        this.outbox = outbox;
        this.timestamps = timestamps;
    }

    /**
     * Publishes the draft as it is.
     *
     * @param by the {@code sub} of the person who publishes
     * @throws ProblemException where the job is closed, the test not known or no match, or the rating scale another one
     */
    @Transactional
    public JobVersion publish(UUID id, AppliesTo appliesTo, String by, Precondition precondition) {
        Job job = jobs.lock(id).orElseThrow(() -> Refusals.noJob(id));
        precondition.check(job.revision());
        if (job.status() == JobStatus.CLOSED) {
            throw new ProblemException(new JobError.JobClosed(id));
        }
        RubricOutline outline = check.publishable(job.draft());
        if (appliesTo == AppliesTo.ALL_OPEN_APPLICATIONS) {
            ratingScales.refuseChange(id, outline.ratingScale());
        }
        Job published = job.published(timestamps.now());
        JobVersion version = JobVersion.of(published, appliesTo, by);
        jobs.update(published);
        versions.add(version);
        outbox.append(JobPublished.of(published, version));
        return version;
    }
}
