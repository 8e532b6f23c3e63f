package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * A current decision's inputs.
     *
     * @param known all that is known of the application, also what has not been decided on
     * @param verdict the latest one; null where none was ever given
     */
    public record Inputs(
            Lifecycle lifecycle,
            Standing standing,
            CompiledRubric rubric,
            DerivedEvidence evidence,
            Facts known,
            @Nullable VerdictMark verdict) {}

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
        if (application.facts().lifecycle().isEmpty()) {
            throw new ProblemException(new DecisionError.ApplicationNotYetKnown());
        }
        Standing standing = application.standing();
        if (standing == null) {
            throw new ProblemException(new DecisionError.NoDecisionYet());
        }
        // Facts that wait for another rubric are no part of this decision; one of them may be a move to another job.
        Facts decided = application.waiting()
                ? Facts.of(history.factsUntil(applicationId, standing.number()))
                : application.facts();
        Lifecycle lifecycle = decided.lifecycle().orElseThrow();
        CompiledRubric rubric = rubrics.compiled(UUID.fromString(lifecycle.jobId()), standing.rubricVersion())
                .orElseThrow();
        return new Inputs(
                lifecycle,
                standing,
                rubric,
                decided.evidence(rubric.rubric().ratingScale()),
                application.facts(),
                application.verdict());
    }
}
