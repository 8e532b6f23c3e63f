package dev.plumbline.interview.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A panel member's sheet for one interview: one rating for each of its questions.
 *
 * @param interview the interview as it is now
 * @param rater whose form it is
 * @param ratings the rater's own ratings of the application, by question
 * @param submitted whether the rater handed it in, be it before a question was added
 */
public record Form(Interview interview, String rater, Map<String, Rating> ratings, boolean submitted) {
    public Form {
        ratings = Map.copyOf(ratings);
    }

    /** A form out of all ratings of the application. */
    public static Form of(Interview interview, String rater, Collection<Rating> all, boolean submitted) {
        Map<String, Rating> own =
                all.stream().filter(r -> r.rater().equals(rater)).collect(Collectors.toMap(Rating::question, r -> r));
        return new Form(interview, rater, own, submitted);
    }

    /** The questions not yet answered, neither by a number nor by "not applicable". */
    public List<String> missing() {
        return interview.plan().questions().stream()
                .filter(question -> !ratings.containsKey(question))
                .toList();
    }

    /** The answers given so far, in the order the questions are asked. */
    public List<Rating> answers() {
        return interview.plan().questions().stream()
                .flatMap(question -> Optional.ofNullable(ratings.get(question)).stream())
                .toList();
    }

    /** What handing in now publishes. */
    public List<Rating> drafts() {
        return answers().stream().filter(rating -> !rating.isPublished()).toList();
    }

    /** Whether it was handed in and nothing was added since that its rater has not answered. */
    public boolean isDone() {
        return submitted && missing().isEmpty() && drafts().isEmpty();
    }

    /** Whether its rater still owes it. */
    public boolean isOpen() {
        return !interview.isCancelled() && interview.seats(rater) && !isDone();
    }
}
