package dev.plumbline.decision.domain;

import java.util.Comparator;
import java.util.List;

/**
 * The screening of an application, one fact as a whole.
 *
 * @param answers sorted by criterion, none twice
 */
public record ScreeningAnswers(List<ScreeningAnswer> answers) implements FactContent {

    /** @throws IllegalArgumentException if a criterion occurs twice */
    public ScreeningAnswers {
        answers = Sorted.distinct(answers, Comparator.comparing(ScreeningAnswer::criterion), "screening");
    }

    @Override
    public FactIdentity.Screening identity() {
        return new FactIdentity.Screening();
    }
}
