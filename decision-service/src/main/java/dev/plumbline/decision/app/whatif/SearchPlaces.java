package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.SharedPlaces;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The searches for what would change that an instance runs at once. Each takes a processor, for up to a second: those that
 * come meanwhile wait for it, deciding does not.
 */
@ApplicationScoped
public class SearchPlaces {
    private final SharedPlaces places;
    private final Duration patience;

    SearchPlaces(
            @ConfigProperty(name = "plumbline.what-would-change.at-once", defaultValue = "2") int atOnce,
            @ConfigProperty(name = "plumbline.what-would-change.patience", defaultValue = "5S") Duration patience) {
        this.places = new SharedPlaces(atOnce);
        this.patience = patience;
    }

    /**
     * Waits for a place, which has to be given back.
     *
     * @param person for whom: nobody has more than half of the places
     * @throws ProblemException 429 where none is given back in time
     */
    public void take(String person) {
        if (!places.tryTake(person, patience)) {
            throw new ProblemException(new SimulationError.TooManySearches());
        }
    }

    /** Gives a place back. */
    public void giveBack(String person) {
        places.giveBack(person);
    }
}
