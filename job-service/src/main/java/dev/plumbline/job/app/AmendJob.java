package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a job's draft. What is published stays as it is until the draft is published too. */
@ApplicationScoped
public class AmendJob {
    private final Jobs jobs;
    private final DraftCheck check;
    private final Timestamps timestamps;

    AmendJob(Jobs jobs, DraftCheck check, Timestamps timestamps) {
        this.jobs = jobs;
        this.check = check;
        this.timestamps = timestamps;
    }

    /**
     * What a draft is replaced by.
     *
     * @param test null for none
     * @param rubric JSON text; null to keep the draft's
     */
    public record Amendment(
            JobProfile profile,
            List<InterviewQuestion> interviewQuestions,
            List<ScreeningCriterion> screeningCriteria,
            @Nullable TestReference test,
            @Nullable String rubric) {
        private Job.Draft of(Job job) {
            String whole = rubric == null ? job.draft().plan().rubric() : rubric;
            return new Job.Draft(profile, new SelectionPlan(whole, interviewQuestions, screeningCriteria, test));
        }
    }

    /**
     * Replaces the draft; refused with every fault where the result contradicts itself or what cannot be changed, and where
     * the job is closed.
     *
     * @param differences finds what the caller says of the job that is not so
     */
    @Transactional
    public Job amend(
            UUID id, Amendment amendment, Function<Job, List<Finding>> differences, Precondition precondition) {
        Job job = changeable(id, precondition);
        Job.Draft draft = amendment.of(job);
        List<Finding> findings = new ArrayList<>(differences.apply(job));
        findings.addAll(amendment.rubric() == null ? check.ofKeptRubric(draft) : check.ofWhole(draft));
        return update(job, draft, findings);
    }

    /**
     * The refusal of a draft that is at fault by itself: with those faults, and with what the job as it is has against what can
     * be read of it. Where the job is not there, or is in another state than the caller knows, nothing is compared with it.
     *
     * @param parts what of the draft can be read
     */
    @Transactional
    public ProblemException refusal(
            UUID id,
            List<Fault> faults,
            DraftCheck.Parts parts,
            Function<Job, List<Finding>> differences,
            Precondition precondition) {
        List<Fault> all = new ArrayList<>(faults);
        jobs.find(id).filter(job -> holds(precondition, job)).ifPresent(job -> {
            all.addAll(Refusals.faults(differences.apply(job)));
            List<InterviewQuestion> questions = parts.questions();
            if (parts.rubric() == null && questions != null) {
                String kept = job.draft().plan().rubric();
                all.addAll(Refusals.faults(
                        check.besideKeptRubric(new SelectionPlan(kept, questions, parts.criteria(), null))));
            }
        });
        return new ProblemException(new KitError.InvalidContent(all));
    }

    private static boolean holds(Precondition precondition, Job job) {
        try {
            precondition.check(job.revision());
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Replaces the draft's rubric; refused with every fault, by pointer from the rubric's root, as {@link #amend}. */
    @Transactional
    public Job amendRubric(UUID id, String rubric, Precondition precondition) {
        Job job = changeable(id, precondition);
        SelectionPlan plan = job.draft().plan().withRubric(rubric);
        return update(job, new Job.Draft(job.draft().profile(), plan), check.ofRubric(plan));
    }

    private Job changeable(UUID id, Precondition precondition) {
        Job job = jobs.lock(id).orElseThrow(() -> Refusals.noJob(id));
        precondition.check(job.revision());
        if (job.status() == JobStatus.CLOSED) {
            throw new ProblemException(new JobError.JobClosed(id));
        }
        return job;
    }

    private Job update(Job job, Job.Draft draft, List<Finding> findings) {
        Refusals.refuseIfAny(findings);
        Job amended = job.amended(draft, timestamps.now());
        jobs.update(amended);
        return amended;
    }
}
