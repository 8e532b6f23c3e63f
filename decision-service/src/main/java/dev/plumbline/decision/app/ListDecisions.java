package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists an application's decisions. */
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
     */
    public record Listed(String externalId, PastDecision decision, List<String> gateOrder) {}

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
                .map(decision -> new Listed(lifecycle.externalId(), decision, orders.of(decision)))
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
