package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.FactIdentity;
import java.util.ArrayList;
import java.util.List;

/** Says in plain sentences what does not decide, but has to be seen: must-haves, waivers, raters who are apart. */
final class Remarks {
    private Remarks() {}

    static List<String> of(
            ExplainedNode tree,
            List<MustHave> mustHaves,
            List<RaterSpread> spreads,
            List<FactIdentity.Rating> outOfScale) {
        List<String> sentences = new ArrayList<>();
        mustHaves.forEach(line -> sentences.add("Must-have: " + line.name() + " is " + word(line.status()) + "."));
        leftOut(tree, sentences);
        spreads.stream()
                .filter(RaterSpread::discuss)
                .forEach(spread -> sentences.add("To discuss: the raters of " + spread.question() + " are "
                        + spread.spread() + " apart, from " + spread.lowest() + " to " + spread.highest() + "."));
        outOfScale.forEach(rating -> sentences.add("Outside the scale: the rating of " + rating.question() + " by "
                + rating.rater() + " counts as absent."));
        return sentences;
    }

    private static String word(MustHave.Status status) {
        return switch (status) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case OPEN -> "open";
            case WAIVED -> "waived";
        };
    }

    /** The topmost of the waived nodes: what lies below them goes without saying. */
    private static void leftOut(ExplainedNode node, List<String> sentences) {
        if (node.standing() == null) {
            sentences.add("Left out: " + node.criterion().name() + " is waived.");
        } else {
            node.children().forEach(child -> leftOut(child, sentences));
        }
    }
}
