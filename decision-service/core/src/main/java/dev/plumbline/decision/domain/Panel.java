package dev.plumbline.decision.domain;

import java.util.List;

/**
 * Who is expected to rate a question.
 *
 * @param raters sorted, none twice; may be empty
 */
public record Panel(String question, List<String> raters) implements FactContent {

    /** Sorts the raters; one who is named twice is one. */
    public Panel {
        Ids.require(question, "question");
        raters.forEach(rater -> Ids.require(rater, "rater"));
        raters = raters.stream().sorted().distinct().toList();
    }

    @Override
    public FactIdentity.Panel identity() {
        return new FactIdentity.Panel(question);
    }
}
