package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.RubricOutline;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.job.domain.TestVersion;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds everything that keeps a draft from being published. */
@ApplicationScoped
class PlanCheck {
    private final DraftCheck draftCheck;
    private final Rubrics rubrics;
    private final Tests tests;

    PlanCheck(DraftCheck draftCheck, Rubrics rubrics, Tests tests) {
        this.draftCheck = draftCheck;
        this.rubrics = rubrics;
        this.tests = tests;
    }

    /**
     * What the rubric of a draft uses.
     *
     * @throws ProblemException where the draft cannot be published
     */
    RubricOutline publishable(Job.Draft draft) {
        Refusals.refuseIfAny(draftCheck.ofWhole(draft));
        RubricOutline outline = outlineOf(draft.plan().rubric());
        TestReference test = draft.plan().test();
        if (test != null) {
            TestVersion known =
                    tests.find(test).orElseThrow(() -> new ProblemException(new JobError.TestNotYetKnown(test)));
            List<Finding> mismatches = known.mismatches(outline);
            if (!mismatches.isEmpty()) {
                throw new ProblemException(new JobError.TestMismatch(Refusals.faults(mismatches)));
            }
        }
        return outline;
    }

    private RubricOutline outlineOf(String rubric) {
        return switch (rubrics.read(rubric)) {
            case Rubrics.Reading.Valid valid -> valid.outline();
            case Rubrics.Reading.Invalid invalid -> throw Refusals.refusal(invalid.findings());
        };
    }
}
