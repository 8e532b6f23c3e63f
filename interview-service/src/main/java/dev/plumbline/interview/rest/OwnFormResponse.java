package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.Form;
import dev.plumbline.interview.domain.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller's form after it was handed in.
 *
 * @param submitted true
 * @param ratings one for each question, in the order they are asked
 */
@Schema(requiredProperties = {"interviewId", "rater", "submitted", "ratings"})
record OwnFormResponse(UUID interviewId, String rater, boolean submitted, List<OwnRatingResponse> ratings) {

    /**
     * A rating of the caller's.
     *
     * @param submitted whether it was handed in with a form; until then nobody else sees it
     */
    @Schema(requiredProperties = {"question", "rater", "rating", "note", "submitted"})
    record OwnRatingResponse(
            String question,
            String rater,
            @Schema(nullable = true) @Nullable BigDecimal rating,
            @Schema(nullable = true) @Nullable String note,
            boolean submitted) {

        static OwnRatingResponse of(Rating rating) {
            return new OwnRatingResponse(
                    rating.question(),
                    rating.rater(),
                    rating.mark().rating(),
                    rating.mark().note(),
                    rating.isPublished());
        }
    }

    static OwnFormResponse of(Form form) {
        return new OwnFormResponse(
                form.interview().id(),
                form.rater(),
                form.isDone(),
                form.answers().stream().map(OwnRatingResponse::of).toList());
    }
}
