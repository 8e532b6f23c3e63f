package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Finds what an application's current decision was made of. */
@ApplicationScoped
public class CurrentEvidence {
    private final Applications applications;
    private final DecisionHistory history;
    private final Rubrics rubrics;

    CurrentEvidence(Applications applications, DecisionHistory history, Rubrics rubrics) {
        this.applications = applications;
        this.history = history;
        this.rubrics = rubrics;
    }

    /** A current decision's inputs. */
    public record Inputs(Lifecycle lifecycle, Standing standing, CompiledRubric rubric, DerivedEvidence evidence) {}

    /**
     * The inputs of the current decision.
     *
     * @throws ProblemException 409 where the application is not known yet, or not decided yet
     */
    @Transactional
    public Inputs of(UUID applicationId) {
        Application application = applications
                .find(applicationId)
                .orElseThrow(() -> new ProblemException(new DecisionError.ApplicationNotYetKnown()));
        Lifecycle lifecycle = application
                .facts()
                .lifecycle()
                .orElseThrow(() -> new ProblemException(new DecisionError.ApplicationNotYetKnown()));
        Standing standing = application.standing();
        if (standing == null) {
            throw new ProblemException(new DecisionError.NoDecisionYet());
        }
        CompiledRubric rubric = rubrics.compiled(UUID.fromString(lifecycle.jobId()), standing.rubricVersion())
                .orElseThrow();
        // Facts that wait for another rubric are no part of this decision.
        Facts decided = application.waiting()
                ? Facts.of(history.factsUntil(applicationId, standing.number()))
                : application.facts();
        return new Inputs(
                lifecycle, standing, rubric, decided.evidence(rubric.rubric().ratingScale()));
    }
}
