package dev.plumbline.interview.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes over that a candidate's data was erased. */
@ApplicationScoped
public class EraseCandidate {
    private final Applications applications;
    private final Ratings ratings;
    private final RedFlags redFlags;

    EraseCandidate(Applications applications, Ratings ratings, RedFlags redFlags) {
        this.applications = applications;
        this.ratings = ratings;
        this.redFlags = redFlags;
    }

    /** Every word about the person goes, and none is taken any more; ratings and rulings stay. */
    @Transactional
    public void erase(UUID application) {
        if (applications.markErased(application)) {
            ratings.eraseWords(application);
            redFlags.eraseWords(application);
        }
    }
}
