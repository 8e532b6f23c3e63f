package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.counterfactual.Lever.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The levers of a question of the interview: the ratings that are given, in whole steps of the scale, and those owed. */
final class RatingLevers {
    private static final long STEP = Figure.ONE.tenThousandths();

    private final EvidenceSource.InterviewQuestion asked;
    private final Set<String> leaf;
    private final Evidence evidence;
    private final RatingScale scale;
    private final long span;

    RatingLevers(EvidenceSource.InterviewQuestion asked, Set<String> leaf, Evidence evidence, RatingScale scale) {
        this.asked = asked;
        this.leaf = leaf;
        this.evidence = evidence;
        this.scale = scale;
        this.span = scale.max().tenThousandths() - scale.min().tenThousandths();
    }

    List<Lever> all() {
        List<Rating> answers = evidence.ratings().stream()
                .filter(rating -> rating.question().equals(asked.question()))
                .filter(rating -> rating.rating() == null || scale.contains(rating.rating()))
                .toList();
        List<Lever> levers = new ArrayList<>();
        answers.forEach(answer -> given(answer).forEach(levers::add));
        List<String> owing = owing(answers);
        owing.forEach(rater -> levers.add(owed(rater)));
        long counting =
                answers.stream().filter(answer -> answer.rating() != null).count();
        // Two at the most, because a change has two steps at the most.
        long others = Math.min(2, asked.minRaters() - counting - owing.size());
        for (long i = 0; i < others; i++) {
            levers.add(owed(null));
        }
        return levers;
    }

    private Stream<Lever> given(Rating answer) {
        Figure rating = answer.rating();
        if (rating == null) {
            return Stream.empty();
        }
        long value = rating.tenThousandths();
        long down = (value - scale.min().tenThousandths()) / STEP;
        long up = (scale.max().tenThousandths() - value) / STEP;
        return Stream.of(new Lever(
                leaf,
                "rating " + value + " of " + asked.question(),
                false,
                new Values(value - down * STEP, STEP, down + up),
                2 * value,
                span,
                to -> new Step.RatingMoved(asked.question(), answer.rater(), rating, new Figure(to))));
    }

    private Lever owed(@Nullable String rater) {
        long lowest = scale.min().tenThousandths();
        return new Lever(
                leaf,
                "rating to come of " + asked.question(),
                true,
                new Values(lowest, STEP, span / STEP),
                2 * lowest + span,
                span,
                to -> new Step.RatingGiven(asked.question(), rater, new Figure(to)));
    }

    /** The members of the panel who have not answered. */
    private List<String> owing(List<Rating> answers) {
        Set<String> answered = answers.stream().map(Rating::rater).collect(Collectors.toSet());
        return evidence.panel().stream()
                .filter(panel -> panel.question().equals(asked.question()))
                .map(Panel::raters)
                .flatMap(List::stream)
                .filter(rater -> !answered.contains(rater))
                .toList();
    }
}
