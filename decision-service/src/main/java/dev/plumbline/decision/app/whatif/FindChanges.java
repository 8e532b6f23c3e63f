package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.CurrentEvidence;
import dev.plumbline.decision.app.OwnRatingsFirst;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds what would change an application's current decision. */
@ApplicationScoped
public class FindChanges {
    private final CurrentEvidence current;
    private final SearchPlaces places;

    FindChanges(CurrentEvidence current, SearchPlaces places) {
        this.current = current;
        this.places = places;
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
     * @param person who will see them
     * @throws ProblemException 409 where the application is not known yet, or not decided yet under the rubric that holds
     *     now, or where the person still owes it a rating; 429 where as many searches run as this instance takes on, and
     *     none ends within some seconds
     */
    public Found find(UUID applicationId, String person) {
        // Read in a transaction, searched outside of it: a search may take a second.
        CurrentEvidence.Inputs inputs = current.of(applicationId);
        OwnRatingsFirst.require(inputs.known().owing(), person);
        places.take(person);
        try {
            return new Found(
                    applicationId,
                    inputs.stored().number(),
                    inputs.stored().rubricVersion(),
                    WhatWouldChange.of(inputs.rubric(), inputs.evidence().evidence()));
        } finally {
            places.giveBack(person);
        }
    }
}
