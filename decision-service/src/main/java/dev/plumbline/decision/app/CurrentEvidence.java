package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
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
     * A current decision, and its inputs.
     *
     * @param stored as the history has it
     * @param decision what its inputs come to: the same
     * @param known all that is known of the application, also what has not been decided on
     * @param verdict the latest one; null where none was ever given
     */
    public record Inputs(
            Lifecycle lifecycle,
            PastDecision stored,
            CompiledRubric rubric,
            DerivedEvidence evidence,
            Decision decision,
            Facts known,
            @Nullable VerdictMark verdict) {}

    /**
     * The inputs of the current decision.
     *
     * @throws ProblemException 409 where the application is not known yet, or not decided yet under the rubric that holds
     *     now
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
        DerivedEvidence evidence = decided.evidence(rubric.rubric().ratingScale());
        Decision decision = rubric.decide(evidence.evidence());
        PastDecision stored = history.find(applicationId, standing.number()).orElseThrow();
        requireSame(decision, stored);
        return new Inputs(lifecycle, stored, rubric, evidence, decision, application.facts(), application.verdict());
    }

    /**
     * Where a rubric version was published with two contents and the other one decided, the application is about to be
     * decided anew: until then there is nothing that could explain what is stored.
     */
    private static void requireSame(Decision decision, PastDecision stored) {
        byte[] outcome = CanonicalJson.content(decision, stored.rubricVersion(), stored.withdrawn(), null);
        if (!Arrays.equals(outcome, stored.outcome())) {
            throw new ProblemException(new DecisionError.NoDecisionYet());
        }
    }
}
