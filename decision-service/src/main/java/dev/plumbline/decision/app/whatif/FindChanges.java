package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.CurrentEvidence;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds what would change an application's current decision. */
@ApplicationScoped
public class FindChanges {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CurrentEvidence current;
    private final Semaphore places;

    FindChanges(
            CurrentEvidence current,
            @ConfigProperty(name = "plumbline.what-would-change.at-once", defaultValue = "2") int atOnce) {
        this.current = current;
        this.places = new Semaphore(atOnce, true);
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
     * @throws ProblemException 409 where the application is not known yet, or not decided yet; 429 where as many searches
     *     run as this instance takes on, and none ends within some seconds
     */
    public Found find(UUID applicationId) {
        // Read in a transaction, searched outside of it: a search may take a second.
        CurrentEvidence.Inputs inputs = current.of(applicationId);
        takePlace();
        try {
            return new Found(
                    applicationId,
                    inputs.standing().number(),
                    inputs.standing().rubricVersion(),
                    WhatWouldChange.of(inputs.rubric(), inputs.evidence().evidence()));
        } finally {
            places.release();
        }
    }

    /** Each search takes a processor, for up to a second: those that come meanwhile wait for it, deciding does not. */
    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new SimulationError.TooManySearches());
    }
}
