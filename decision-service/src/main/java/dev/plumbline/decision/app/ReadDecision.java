package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.explanation.Explain;
import dev.plumbline.decision.domain.explanation.Explanation;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an application's current decision with its explanation, and notes which person has seen it. */
@ApplicationScoped
public class ReadDecision {
    private final CurrentEvidence current;
    private final DecisionHistory history;
    private final Verdicts verdicts;
    private final SeenExplanations seen;
    private final Clock clock;

    ReadDecision(
            CurrentEvidence current, DecisionHistory history, Verdicts verdicts, SeenExplanations seen, Clock clock) {
        this.current = current;
        this.history = history;
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
     */
    public record Current(
            Lifecycle lifecycle,
            PastDecision decision,
            List<String> gateOrder,
            Explanation explanation,
            @Nullable Verdict verdict,
            boolean verdictIsStale) {}

    /**
     * Reads the current decision.
     *
     * @param reader the person who will see it, and may reject because of it; null where it is no such person
     * @throws ProblemException 409 where the application is not known yet, or not decided yet
     */
    @Transactional
    public Current read(UUID applicationId, @Nullable String reader) {
        CurrentEvidence.Inputs inputs = current.of(applicationId);
        Standing standing = inputs.standing();
        PastDecision decision = history.find(applicationId, standing.number()).orElseThrow();
        Explanation explanation = Explain.explain(
                inputs.rubric(),
                inputs.evidence(),
                inputs.rubric().decide(inputs.evidence().evidence()));
        if (reader != null) {
            seen.note(applicationId, standing.number(), reader, clock.instant());
        }
        Optional<Verdict> verdict = verdicts.latest(applicationId);
        return new Current(
                inputs.lifecycle(),
                decision,
                explanation.gates().stream().map(gate -> gate.gate().id()).toList(),
                explanation,
                verdict.orElse(null),
                verdict.filter(one -> one.isStaleOn(decision)).isPresent());
    }
}
