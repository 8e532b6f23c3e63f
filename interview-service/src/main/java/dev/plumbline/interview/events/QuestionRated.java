package dev.plumbline.interview.events;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rating that was handed in or corrected. Identity: application, question and rater.
 *
 * @param applicationId whose application
 * @param question the question's id
 * @param rater the rater's user id
 * @param revision at least 1, strictly increasing
 * @param rating a whole number on the rubric's scale; null for "not applicable" or "not asked"
 */
public record QuestionRated(
        UUID applicationId,
        String question,
        String rater,
        int revision,
        @Nullable BigDecimal rating) {
    /** The CloudEvent's type. */
    public static final String TYPE = "dev.plumbline.interview.question-rated.v1";
}
