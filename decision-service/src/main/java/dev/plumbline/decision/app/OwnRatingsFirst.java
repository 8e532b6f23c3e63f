package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Facts;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/**
 * Others' ratings stay unseen until one's own are given (the public contract, interview-service): also here, where a
 * decision's explanation, history and certificate name them, and also for whoever may read all decisions by another role.
 * What shows many applications leaves these out: see {@link PanelSeats}.
 */
@ApplicationScoped
public class OwnRatingsFirst {
    private final Applications applications;

    OwnRatingsFirst(Applications applications) {
        this.applications = applications;
    }

    /**
     * Refuses those who still owe a rating of this application.
     *
     * @param person who is about to see what others gave
     * @throws ProblemException 409 where the person is on a panel of the application and has not rated
     */
    @Transactional
    public void require(UUID applicationId, String person) {
        applications.find(applicationId).ifPresent(application -> require(application.facts(), person));
    }

    /**
     * The same for one whose facts are known already.
     *
     * @throws ProblemException 409 where the person is on a panel of the application and has not rated
     */
    static void require(Facts facts, String person) {
        require(facts.owing(), person);
    }

    /**
     * The same for one of whom is known who owes.
     *
     * @throws ProblemException 409 where the person is one of them
     */
    public static void require(Set<String> owing, String person) {
        if (owing.contains(person)) {
            throw refusal();
        }
    }

    /** What whoever still owes a rating is told. */
    public static ProblemException refusal() {
        return new ProblemException(new DecisionError.RateFirst());
    }
}
