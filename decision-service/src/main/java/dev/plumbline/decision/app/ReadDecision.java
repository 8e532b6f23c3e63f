package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.explanation.Explain;
import dev.plumbline.decision.domain.explanation.Explanation;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an application's current decision with its explanation, and notes which person has seen it. */
@ApplicationScoped
public class ReadDecision {
    private final Applications applications;
    private final CurrentEvidence current;
    private final Verdicts verdicts;
    private final SeenExplanations seen;
    // As verdicts: whether the decision was seen before one was given is told by both times.
    private final SharedClock clock;

    ReadDecision(
            Applications applications,
            CurrentEvidence current,
            Verdicts verdicts,
            SeenExplanations seen,
            SharedClock clock) {
        this.applications = applications;
        this.current = current;
        this.verdicts = verdicts;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * The current decision.
     *
     * @param gateOrder the ids of the gates in the rubric's order
     * @param verdict the latest one, or null
     * @param verdictIsStale whether the evidence has changed since
     * @param owing the raters who have not given a rating that they owe: none of them may see this
     */
    public record Current(
            Lifecycle lifecycle,
            PastDecision decision,
            List<String> gateOrder,
            Explanation explanation,
            @Nullable Verdict verdict,
            boolean verdictIsStale,
            Set<String> owing) {}

    /** Notes that a person has been shown this decision again: the first time counts. */
    @Transactional
    public void note(UUID applicationId, int number, String person) {
        seen.note(applicationId, number, person, clock.instant());
    }

    /**
     * Reads the current decision.
     *
     * @param person who will see it
     * @param isNoted whether the person may reject because of it
     * @throws ProblemException 409 where the application is not known yet, or not decided yet under the rubric that holds
     *     now, or where the person still owes it a rating
     */
    @Transactional
    public Current read(UUID applicationId, String person, boolean isNoted) {
        CurrentEvidence.Inputs inputs = current.of(applicationId);
        Set<String> owing = inputs.known().owing();
        OwnRatingsFirst.require(owing, person);
        PastDecision decision = inputs.stored();
        Explanation explanation = Explain.explain(inputs.rubric(), inputs.evidence(), inputs.decision());
        if (isNoted) {
            seen.note(applicationId, decision.number(), person, clock.instant());
        }
        // The row knows whether there is one: hardly any application that is read has a verdict yet.
        Optional<Verdict> verdict = inputs.verdict() == null ? Optional.empty() : verdicts.latest(applicationId);
        return new Current(
                inputs.lifecycle(),
                decision,
                explanation.gates().stream().map(gate -> gate.gate().id()).toList(),
                explanation,
                verdict.orElse(null),
                verdict.filter(one -> one.isStaleOn(decision)).isPresent(),
                owing);
    }
}
