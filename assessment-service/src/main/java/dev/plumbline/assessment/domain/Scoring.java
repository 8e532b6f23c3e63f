package dev.plumbline.assessment.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores answers by the key and by raters' marks: total, pure, exact. */
public final class Scoring {

    private Scoring() {}

    /**
     * One section as it stands when a session has ended: what is unanswered earns 0, a written answer is pending until
     * its raters have all given their marks, and then earns its points times the mean over the raters of
     * {@link Marks#share()}.
     *
     * @param answers by item id; blank ones count as unanswered
     * @param marks by item id, one entry per rater
     */
    public static SectionScore score(Section section, Map<String, Answer> answers, Map<String, List<Marks>> marks) {
        List<ItemScore> items = section.items().stream()
                .map(item -> score(item, answers.get(item.id()), marks.getOrDefault(item.id(), List.of())))
                .toList();
        return new SectionScore(
                section.id(),
                items.stream().map(ItemScore::earned).reduce(Rational.NONE, Rational::plus),
                Rational.of(section.possible()),
                items.stream()
                        .filter(score -> score.outcome() == ItemScore.Outcome.PENDING)
                        .map(score -> Rational.of(score.item().points()))
                        .reduce(Rational.NONE, Rational::plus),
                questions(section, items),
                items);
    }

    static ItemScore score(Item item, @Nullable Answer answer, List<Marks> marks) {
        if (answer == null || answer.isBlank()) {
            return new ItemScore(item, ItemScore.Outcome.UNANSWERED, Rational.NONE);
        }
        return switch (item) {
            case Item.Keyed keyed ->
                keyed.isRight(answer)
                        ? new ItemScore(item, ItemScore.Outcome.RIGHT, Rational.of(item.points()))
                        : new ItemScore(item, ItemScore.Outcome.WRONG, Rational.NONE);
            case Item.Written written -> rated(written, marks);
        };
    }

    private static ItemScore rated(Item.Written item, List<Marks> marks) {
        if (marks.size() < item.raters()) {
            return new ItemScore(item, ItemScore.Outcome.PENDING, Rational.NONE);
        }
        Rational sum = marks.stream().map(Marks::share).reduce(Rational.NONE, Rational::plus);
        return new ItemScore(
                item,
                ItemScore.Outcome.RATED,
                Rational.of(item.points()).times(sum).dividedBy(marks.size()));
    }

    private static @Nullable Questions questions(Section section, List<ItemScore> items) {
        int total = section.questions();
        if (total == 0) {
            return null;
        }
        int right = (int) items.stream()
                .filter(score -> score.outcome() == ItemScore.Outcome.RIGHT)
                .count();
        return new Questions(right, total, 0);
    }
}
