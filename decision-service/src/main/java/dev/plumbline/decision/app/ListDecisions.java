package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
     * A decision with the ids of the gates of the rubric that it was made under, in that rubric's order.
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
        List<PastDecision> decisions = history.after(applicationId, after, most);
        if (decisions.isEmpty()) {
            return List.of();
        }
        GateOrders orders = GateOrders.until(decisions.getLast(), history, rubrics);
        return decisions.stream()
                .map(decision -> new Listed(lifecycle.externalId(), decision, orders.of(decision)))
                .toList();
    }
}
