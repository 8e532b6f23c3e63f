package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads which nodes are taken out of an application's decision. */
@ApplicationScoped
public class ReadWaivers {
    private final Applications applications;

    ReadWaivers(Applications applications) {
        this.applications = applications;
    }

    /**
     * The waivers that hold, sorted by node.
     *
     * @throws ProblemException 409 where the application is not known yet
     */
    @Transactional
    public List<Waiver> of(UUID applicationId) {
        return applications
                .find(applicationId)
                .map(Application::facts)
                .filter(facts -> facts.lifecycle().isPresent())
                .orElseThrow(() -> new ProblemException(new DecisionError.ApplicationNotYetKnown()))
                .all()
                .stream()
                .map(Fact::content)
                .filter(Waiver.class::isInstance)
                .map(Waiver.class::cast)
                .toList();
    }
}
