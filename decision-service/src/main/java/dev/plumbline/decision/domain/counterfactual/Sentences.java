package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Recommendation;
import java.util.stream.Collectors;

/** Says changes in plain words. */
public final class Sentences {
    private Sentences() {}

    /** A change as one sentence. */
    public static String of(Change change) {
        return "If "
                + change.steps().stream().map(Sentences::condition).collect(Collectors.joining(", and if "))
                + ", " + then(change.recommendation());
    }

    /** A flip as one sentence. */
    public static String of(Fragility.Flip flip) {
        return switch (flip) {
            case Fragility.Moved(Step.RatingMoved step, Recommendation recommendation) ->
                "If " + condition(step) + ", " + then(recommendation);
            case Fragility.LeftOut(String rater, Recommendation recommendation) ->
                "Without " + rater + ", " + then(recommendation);
        };
    }

    private static String then(Recommendation recommendation) {
        return "the recommendation would be " + recommendation + ".";
    }

    private static String condition(Step step) {
        return switch (step) {
            case Step.RatingMoved moved ->
                moved.rater() + " had rated " + moved.question() + " " + moved.to() + " instead of " + moved.from();
            case Step.RatingGiven given ->
                (given.rater() == null ? "one more rater" : given.rater()) + " rates " + given.question() + " "
                        + given.to();
            case Step.PointsChanged points ->
                points.section() + " had earned " + points.to() + " instead of " + points.from() + " of "
                        + points.possible() + " points";
            case Step.PendingPointsScored scored ->
                scored.section() + " earns " + scored.earned() + " of the " + scored.pending()
                        + " points still to be scored";
            case Step.SectionScored scored -> scored.section() + " comes to " + scored.percent() + "%";
            case Step.RightChanged right ->
                right.to() + " instead of " + right.from() + " of the " + right.total() + " questions of "
                        + right.section() + " had been right";
            case Step.PendingQuestionsJudged judged ->
                judged.right() + " of the " + judged.pending() + " questions of " + judged.section()
                        + " still to be judged are right";
            case Step.FlagChanged flag ->
                "the red flag " + flag.flag() + " were " + flag.to() + " instead of " + flag.from();
            case Step.AttestationFlipped said ->
                said.rater() + " had said that " + said.gate() + " is " + met(said.to());
            case Step.AttestationGiven said -> "one more person says that " + said.gate() + " is " + met(said.met());
            case Step.AnswerFlipped answer -> answer.criterion() + " were " + met(answer.to());
            case Step.AnswerGiven answer -> answer.criterion() + " turns out to be " + met(answer.met());
        };
    }

    private static String met(boolean isMet) {
        return isMet ? "met" : "not met";
    }
}
