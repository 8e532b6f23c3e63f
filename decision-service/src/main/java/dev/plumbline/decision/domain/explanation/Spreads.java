package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Rating;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds how far raters are apart. */
final class Spreads {
    /** From so many steps of the scale on, the raters should talk. */
    private static final Figure TO_DISCUSS = Figure.of(2);

    private Spreads() {}

    static List<RaterSpread> of(ExplainedNode tree) {
        return tree.all().flatMap(Spreads::spread).toList();
    }

    private static Stream<RaterSpread> spread(ExplainedNode node) {
        boolean isWaived = node.standing() == null;
        if (isWaived || !(node.evidence() instanceof LeafEvidence.Question question)) {
            return Stream.empty();
        }
        List<Figure> given = question.ratings().stream()
                .map(Rating::rating)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (given.size() < 2) {
            return Stream.empty();
        }
        Figure lowest = given.getFirst();
        Figure highest = given.getLast();
        Figure spread = new Figure(highest.tenThousandths() - lowest.tenThousandths());
        return Stream.of(new RaterSpread(
                question.question(),
                node.criterion().id(),
                given.size(),
                lowest,
                highest,
                spread,
                spread.compareTo(TO_DISCUSS) >= 0));
    }
}
