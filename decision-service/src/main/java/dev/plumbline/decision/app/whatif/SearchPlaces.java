package dev.plumbline.decision.app.whatif;

import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The searches for what would change that an instance runs at once. Each takes a processor, for up to a second: those that
 * come meanwhile wait for it, deciding does not.
 */
@ApplicationScoped
public class SearchPlaces {
    private final Semaphore places;
    private final Duration patience;

    SearchPlaces(
            @ConfigProperty(name = "plumbline.what-would-change.at-once", defaultValue = "2") int atOnce,
            @ConfigProperty(name = "plumbline.what-would-change.patience", defaultValue = "5S") Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Waits for a place, which has to be given back.
     *
     * @throws ProblemException 429 where none is given back in time
     */
    public void take() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new SimulationError.TooManySearches());
    }

    /** Gives a place back. */
    public void giveBack() {
        places.release();
    }
}
