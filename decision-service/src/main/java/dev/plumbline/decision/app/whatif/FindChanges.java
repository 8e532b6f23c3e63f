package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.CurrentEvidence;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds what would change an application's current decision. */
@ApplicationScoped
public class FindChanges {
    private final CurrentEvidence current;

    FindChanges(CurrentEvidence current) {
        this.current = current;
    }

    /**
     * What would change a decision.
     *
     * @param number the decision's
     */
    public record Found(UUID applicationId, int number, int rubricVersion, WhatWouldChange changes) {}

    /**
     * Finds the smallest changes, and how easily the recommendation flips.
     *
     * @throws ProblemException 409 where the application is not known yet, or not decided yet
     */
    public Found find(UUID applicationId) {
        // Read in a transaction, searched outside of it: a search may take a second.
        CurrentEvidence.Inputs inputs = current.of(applicationId);
        return new Found(
                applicationId,
                inputs.standing().number(),
                inputs.standing().rubricVersion(),
                WhatWouldChange.of(inputs.rubric(), inputs.evidence().evidence()));
    }
}
