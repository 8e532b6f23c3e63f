package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Correction;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Mark;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.domain.RatingScale;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a panel member's rating: a draft until the form is handed in, a published fact from then on. */
@ApplicationScoped
public class RateQuestion {
    private final ApplicationFiles files;
    private final Ratings ratings;
    private final InterviewFacts facts;
    private final Clock clock;

    RateQuestion(ApplicationFiles files, Ratings ratings, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.ratings = ratings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Gives the caller's rating of a question, once per application: in another interview that asks the same question
     * it is the same rating.
     *
     * @param reason why a rating that was handed in is changed; null otherwise
     */
    @Transactional
    public Rating rate(UUID id, String question, String rater, Mark mark, @Nullable String reason) {
        Interview interview = files.seatedIn(id, rater);
        if (!interview.asks(question)) {
            throw new ProblemException(new KitError.NotFound("question of this interview", question));
        }
        UUID application = interview.applicationId();
        Rating before = ratings.of(application).stream()
                .filter(r -> r.rater().equals(rater) && r.question().equals(question))
                .findFirst()
                .orElse(null);
        boolean corrects = before != null && before.isCorrectedBy(mark);
        requireNoFaults(application, mark, corrects && reason == null);
        if (before == null) {
            return stored(application, Rating.draft(question, rater, mark));
        }
        if (corrects) {
            correct(application, before, mark, Objects.requireNonNull(reason));
        }
        Rating after = before.with(mark);
        if (after.revision() > before.revision()) {
            facts.rated(application, after);
        }
        return stored(application, after);
    }

    private void correct(UUID application, Rating before, Mark mark, String reason) {
        Instant now = Timestamps.now(clock);
        ratings.add(
                application,
                new Correction(before.question(), before.rater(), before.mark().rating(), mark.rating(), reason, now));
    }

    private void requireNoFaults(UUID application, Mark mark, boolean lacksReason) {
        List<Fault> faults = new ArrayList<>();
        RatingScale scale = files.rubricOf(files.toRead(application)).scale();
        if (mark.rating() != null && !scale.takes(mark.rating())) {
            faults.add(new Fault(
                    "/rating",
                    "must be a whole number from " + scale.min().toPlainString() + " to "
                            + scale.max().toPlainString() + ", or null"));
        }
        if (lacksReason) {
            faults.add(new Fault("/reason", "is required, because the form with this rating was handed in"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidContent(faults));
        }
    }

    private Rating stored(UUID application, Rating rating) {
        ratings.save(application, rating, Timestamps.now(clock));
        return rating;
    }
}
