package dev.plumbline.interview.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a rating after its form was handed in.
 *
 * @param question the question's id
 * @param rater who rated, and who corrects
 * @param from the number before; null for "not applicable"
 * @param to the number since; null for "not applicable"
 * @param reason why, in the rater's words, which stay in this service; null once the candidate's data was erased
 * @param at when
 */
public record Correction(
        String question,
        String rater,
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        @Nullable String reason,
        Instant at) {}
