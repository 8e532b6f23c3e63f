package dev.plumbline.job.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.plumbline.job.domain.AppliesTo;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.TestReference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a published version, which both job events carry; its identity is job and version.
 *
 * @param rubric JSON text, written as it is
 */
record JobVersionState(
        UUID jobId,
        int version,
        long revision,
        JobStatus status,
        String title,
        AppliesTo appliesTo,
        @JsonRawValue String rubric,
        @Nullable TestReference test,
        List<InterviewQuestion> interviewQuestions,
        List<ScreeningCriterion> screeningCriteria) {
    static final String TOPIC = "plumbline.jobs.v1";

    static JobVersionState of(Job job, JobVersion version) {
        SelectionPlan plan = version.plan();
        return new JobVersionState(
                job.id(),
                version.version(),
                job.revision(),
                job.status(),
                version.profile().title(),
                version.appliesTo(),
                plan.rubric(),
                plan.test(),
                plan.interviewQuestions(),
                plan.screeningCriteria());
    }
}
