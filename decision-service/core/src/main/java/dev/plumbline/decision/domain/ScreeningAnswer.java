package dev.plumbline.decision.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whether a criterion of the screening is met.
 *
 * @param met {@code null} while it is unknown
 */
public record ScreeningAnswer(String criterion, @Nullable Boolean met) {

    /** @throws IllegalArgumentException if the criterion is blank */
    public ScreeningAnswer {
        Ids.require(criterion, "criterion");
    }
}
