package dev.plumbline.job.app;

import dev.plumbline.job.domain.Employment;
import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.RubricOutline.Use;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds everything that keeps a draft from being stored: a draft may be unfinished, but never contradict itself. */
@ApplicationScoped
public class DraftCheck {
    /** A record on a topic has at most 1 MiB, and a published version is one record. */
    private static final long MOST_BYTES = 900_000;

    private final Rubrics rubrics;
    private final PlanSizes sizes;

    DraftCheck(Rubrics rubrics, PlanSizes sizes) {
        this.rubrics = rubrics;
        this.sizes = sizes;
    }

    /**
     * Those parts of a draft that could be read where others are at fault.
     *
     * @param questions null where they are at fault
     * @param rubric JSON text; null where there is none to check
     */
    public record Parts(
            List<Responsibility> responsibilities,
            @Nullable Employment employment,
            @Nullable List<InterviewQuestion> questions,
            List<ScreeningCriterion> criteria,
            @Nullable String rubric) {}

    /** Every finding in these parts, by JSON pointer from the job's root; what depends on a part at fault is left out. */
    public List<Finding> ofReadable(Parts parts) {
        List<InterviewQuestion> questions = Objects.requireNonNullElse(parts.questions(), List.of());
        List<Finding> findings = new ArrayList<>(JobProfile.findings(parts.responsibilities(), parts.employment()));
        findings.addAll(SelectionPlan.findings(questions, parts.criteria()));
        String rubric = parts.rubric();
        if (rubric != null && parts.questions() != null) {
            SelectionPlan plan = new SelectionPlan(rubric, questions, parts.criteria(), null);
            ofRubric(plan).forEach(finding -> findings.add(finding.under("/rubric")));
        }
        return findings;
    }

    /** Every finding in a draft whose rubric came with it, by JSON pointer from the job's root. */
    List<Finding> ofWhole(Job.Draft draft) {
        List<Finding> findings = ofParts(draft);
        ofRubric(draft.plan()).forEach(finding -> findings.add(finding.under("/rubric")));
        return findings;
    }

    /** Every finding in a draft whose valid rubric was there before, by JSON pointer from the job's root. */
    List<Finding> ofKeptRubric(Job.Draft draft) {
        List<Finding> findings = ofParts(draft);
        findings.addAll(besideKeptRubric(draft.plan()));
        return findings;
    }

    /** What the rest of a plan has against its rubric, which was there before. */
    List<Finding> besideKeptRubric(SelectionPlan plan) {
        List<Finding> findings = new ArrayList<>(ofSize(plan));
        for (Use use : plan.unaskedQuestions(questions(plan.rubric()))) {
            findings.add(new Finding(
                    "/interviewQuestions", "must have the question " + use.name() + ", which the rubric rates"));
        }
        return findings;
    }

    /** Every finding in the plan's rubric, by JSON pointer from the rubric's root. */
    List<Finding> ofRubric(SelectionPlan plan) {
        List<Finding> findings = new ArrayList<>(ofSize(plan));
        if (rubrics.read(plan.rubric()) instanceof Rubrics.Reading.Invalid invalid) {
            findings.addAll(invalid.findings());
        }
        for (Use use : plan.unaskedQuestions(questions(plan.rubric()))) {
            boolean faulty =
                    findings.stream().anyMatch(finding -> finding.pointer().equals(use.pointer()));
            if (!faulty) {
                findings.add(new Finding(use.pointer(), "is no interview question of the job"));
            }
        }
        return findings;
    }

    private List<Finding> ofParts(Job.Draft draft) {
        List<Finding> findings = new ArrayList<>(draft.profile().findings());
        findings.addAll(draft.plan().findings());
        return findings;
    }

    private List<Finding> ofSize(SelectionPlan plan) {
        return sizes.of(plan) <= MOST_BYTES
                ? List.of()
                : List.of(new Finding(
                        "",
                        "rubric, interview questions and screening criteria have more than " + MOST_BYTES
                                + " bytes together"));
    }

    private List<Use> questions(String rubric) {
        return switch (rubrics.read(rubric)) {
            case Rubrics.Reading.Valid valid -> valid.outline().questions();
            case Rubrics.Reading.Invalid invalid -> invalid.questions();
        };
    }
}
