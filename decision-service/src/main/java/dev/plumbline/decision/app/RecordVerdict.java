package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.events.VerdictRecorded;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a person's verdict on an application (decision semantics, section 8). It stands beside the recommendation. */
@ApplicationScoped
public class RecordVerdict {
    /** Characters that say why somebody goes against the recommendation, at least. */
    private static final int SHORTEST_REASON = 20;

    private final OneApplication one;
    private final DecisionDesk desk;
    private final DecisionHistory history;
    private final Verdicts verdicts;
    private final SeenExplanations seen;
    private final Outbox outbox;

    RecordVerdict(
            OneApplication one,
            DecisionDesk desk,
            DecisionHistory history,
            Verdicts verdicts,
            SeenExplanations seen,
            Outbox outbox) {
        this.one = one;
        this.desk = desk;
        this.history = history;
        this.verdicts = verdicts;
        this.seen = seen;
        this.outbox = outbox;
    }

    /**
     * What a person says.
     *
     * @param decisionNumber of the decision they have before them
     * @param by the person's id
     */
    public record Said(Verdict.Kind kind, @Nullable String reason, int decisionNumber, String by) {}

    /**
     * Records a verdict; the same one said again is the same one.
     *
     * @throws ProblemException 409 where the state does not allow it, 422 where an override has no sufficient reason
     */
    @Transactional
    public Verdict record(UUID applicationId, Said said) {
        OpenApplication application = one.open(applicationId);
        // The answer says whether it goes against the recommendation; and who decides before rating rates no more
        // freely.
        OwnRatingsFirst.require(application.facts(), said.by());
        Standing standing =
                application.standing().orElseThrow(() -> new ProblemException(new DecisionError.NoDecisionYet()));
        refuseByState(application, standing, said);
        boolean override = isOverride(said.kind(), standing.recommendation());
        String reason = VerdictReason.stripped(said.reason());
        if (override && (reason == null || VerdictReason.length(reason) < SHORTEST_REASON)) {
            throw new ProblemException(new KitError.InvalidContent(List.of(new Fault(
                    "/reason", "must have " + SHORTEST_REASON + " characters or more, because this is an override"))));
        }
        if (said.kind() == Verdict.Kind.REJECT && !seen.has(applicationId, standing.number(), said.by())) {
            throw new ProblemException(new DecisionError.ExplanationNotSeen(standing.number()));
        }
        String content =
                history.find(applicationId, said.decisionNumber()).orElseThrow().contentDigest();
        Optional<Verdict> latest = verdicts.latest(applicationId);
        if (latest.filter(verdict -> isSame(verdict, said, content, reason)).isPresent()) {
            return latest.get();
        }
        return store(applicationId, application, said, override, reason, content);
    }

    private static void refuseByState(OpenApplication application, Standing standing, Said said) {
        boolean isWithdrawn =
                application.facts().lifecycle().filter(Lifecycle::isWithdrawn).isPresent();
        if (isWithdrawn) {
            throw new ProblemException(new DecisionError.ApplicationWithdrawn());
        }
        if (application.isWaiting()) {
            throw new ProblemException(new DecisionError.NoDecisionYet());
        }
        if (said.decisionNumber() != standing.number()) {
            throw new ProblemException(new DecisionError.DecisionMovedOn(standing.number()));
        }
        boolean isFlagged = application.facts().all().stream()
                .anyMatch(fact -> fact.content() instanceof RedFlag flag && flag.state() == FlagState.RAISED);
        if (said.kind() == Verdict.Kind.HIRE && isFlagged) {
            throw new ProblemException(new DecisionError.RedFlagOpen());
        }
    }

    private static boolean isOverride(Verdict.Kind kind, Recommendation recommendation) {
        return switch (kind) {
            case HIRE -> recommendation == Recommendation.REJECT || recommendation == Recommendation.PENDING;
            case REJECT -> recommendation == Recommendation.ADVANCE;
            case HOLD -> false;
        };
    }

    /** On the same content, too: a database that was rebuilt may have given the number to another decision. */
    private static boolean isSame(Verdict verdict, Said said, String content, @Nullable String reason) {
        return verdict.kind() == said.kind()
                && verdict.decisionNumber() == said.decisionNumber()
                && verdict.contentDigest().equals(content)
                && verdict.by().equals(said.by())
                && Objects.equals(verdict.reason(), reason)
                && verdict.staleSince() == null;
    }

    private Verdict store(
            UUID applicationId,
            OpenApplication application,
            Said said,
            boolean override,
            @Nullable String reason,
            String content) {
        Instant now = desk.now();
        // As with waivers: never a revision again that a database being rebuilt has not read back yet.
        long revision =
                Math.max(application.verdict().map(VerdictMark::revision).orElse(0L) + 1, now.toEpochMilli());
        Verdict verdict = verdicts.add(new Verdict(
                applicationId,
                revision,
                said.kind(),
                said.decisionNumber(),
                content,
                override,
                said.by(),
                now,
                reason,
                null));
        application.take(new VerdictMark(revision, VerdictMark.State.STANDING, said.decisionNumber(), content));
        desk.putAway(List.of(application));
        VerdictRecorded event = new VerdictRecorded(
                applicationId, revision, said.kind().name(), said.decisionNumber(), content, override, said.by(), now);
        outbox.append(
                new OutboxEvent(DecisionTopic.NAME, applicationId.toString(), VerdictRecorded.TYPE, event, null, now));
        return verdict;
    }
}
