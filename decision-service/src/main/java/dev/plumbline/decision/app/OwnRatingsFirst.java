package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Others' ratings stay unseen until one's own are given (the public contract, interview-service): also here, where a
 * decision's explanation, history and certificate name them, and also for whoever may read all decisions by another role.
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
        require(owing(facts), person);
    }

    /**
     * The same for one of whom is known who owes.
     *
     * @throws ProblemException 409 where the person is one of them
     */
    public static void require(Set<String> owing, String person) {
        if (owing.contains(person)) {
            throw new ProblemException(new DecisionError.RateFirst());
        }
    }

    /** The raters who are on a panel of the application and have not rated. */
    static Set<String> owing(Facts facts) {
        Set<String> owing = new HashSet<>();
        for (Fact fact : facts.all()) {
            if (fact.content() instanceof Panel panel) {
                for (String rater : panel.raters()) {
                    if (!hasRated(rater, panel, facts)) {
                        owing.add(rater);
                    }
                }
            }
        }
        return Set.copyOf(owing);
    }

    private static boolean hasRated(String rater, Panel panel, Facts facts) {
        return facts.find(new FactIdentity.Rating(panel.question(), rater))
                .map(Fact::content)
                .isPresent();
    }
}
