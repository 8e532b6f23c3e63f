package dev.plumbline.decision.app;

import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens the one application that a person acts on. */
@ApplicationScoped
class OneApplication {
    private final Applications applications;
    private final DecisionDesk desk;

    OneApplication(Applications applications, DecisionDesk desk) {
        this.applications = applications;
        this.desk = desk;
    }

    /**
     * Locks and opens an application.
     *
     * @throws ProblemException 409 where it is not known yet
     */
    OpenApplication open(UUID applicationId) {
        Application locked = applications
                .lock(applicationId)
                .filter(application -> application.facts().lifecycle().isPresent())
                .orElseThrow(() -> new ProblemException(new DecisionError.ApplicationNotYetKnown()));
        OpenApplication open =
                desk.open(Map.of(applicationId, locked), List.of()).get(applicationId);
        if (open == null) {
            throw new IllegalStateException("What was opened is not there");
        }
        return open;
    }
}
