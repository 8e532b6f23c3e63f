package dev.plumbline.decision.app;

import dev.plumbline.decision.app.DecisionHistory.RankedPlace;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists decisions: an application's history, a job's ranking. */
@ApplicationScoped
public class ListDecisions {
    private final DecisionHistory history;
    private final Applications applications;
    private final Rubrics rubrics;

    ListDecisions(DecisionHistory history, Applications applications, Rubrics rubrics) {
        this.history = history;
        this.applications = applications;
        this.rubrics = rubrics;
    }

    /**
     * A decision with the ids of its rubric's gates, in the rubric's order.
     *
     * @param externalId the application's
     * @param rank its place in the ranking; null where it is listed in another order
     */
    public record Listed(
            String externalId,
            PastDecision decision,
            List<String> gateOrder,
            @Nullable RankKey rank) {}

    /**
     * An application's decisions by number, all there ever were.
     *
     * @param after the last number seen; 0 to begin
     * @throws ProblemException 409 where the application is not known yet
     */
    public List<Listed> ofApplication(UUID applicationId, int after, int most) {
        Lifecycle lifecycle = applications
                .find(applicationId)
                .flatMap(application -> application.facts().lifecycle())
                .orElseThrow(() -> new ProblemException(new DecisionError.ApplicationNotYetKnown()));
        GateOrders orders = new GateOrders(UUID.fromString(lifecycle.jobId()));
        return history.after(applicationId, after, most).stream()
                .map(decision -> new Listed(lifecycle.externalId(), decision, orders.of(decision), null))
                .toList();
    }

    /**
     * A job's current decisions as they rank, without withdrawn applications.
     *
     * @throws ProblemException 404 where nothing of the job is known
     */
    public List<Listed> ofJob(
            UUID jobId, @Nullable Recommendation recommendation, @Nullable RankedPlace after, int most) {
        if (!rubrics.isKnown(jobId)) {
            throw new ProblemException(new KitError.NotFound("job", jobId.toString()));
        }
        GateOrders orders = new GateOrders(jobId);
        String wanted = recommendation == null ? null : recommendation.name();
        return history.ranked(jobId, wanted, after, most).stream()
                .map(ranked ->
                        new Listed(ranked.externalId(), ranked.decision(), orders.of(ranked.decision()), ranked.rank()))
                .toList();
    }

    /** The order of gates of each rubric version of a job, looked up once. */
    private final class GateOrders {
        private final UUID jobId;
        private final Map<Integer, List<String>> byVersion = new HashMap<>();

        GateOrders(UUID jobId) {
            this.jobId = jobId;
        }

        List<String> of(PastDecision decision) {
            return byVersion.computeIfAbsent(
                    decision.rubricVersion(),
                    version -> rubrics.compiled(jobId, version)
                            .map(rubric -> rubric.rubric().gates().stream()
                                    .map(Gate::id)
                                    .toList())
                            .orElse(List.of()));
        }
    }
}
