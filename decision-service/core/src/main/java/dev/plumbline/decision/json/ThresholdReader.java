package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Threshold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the threshold of a gate on scores: exactly one of three fields.
 *
 * @param scale {@code null} where it is at fault itself: then no rating is said to lie outside it
 */
record ThresholdReader(@Nullable RatingScale scale) {

    static final String AT_LEAST = "atLeast";
    static final String MORE_THAN = "moreThan";
    static final String AT_LEAST_RATING = "atLeastRating";

    /** Whether the gate asks for a rating, and for nothing beside it. */
    static boolean asksARatingOnly(Fields fields) {
        return fields.has(AT_LEAST_RATING) && !fields.has(AT_LEAST) && !fields.has(MORE_THAN);
    }

    /** The threshold; {@code null} where there is none, more than one, or one at fault. */
    @Nullable Threshold read(Fields fields) {
        List<@Nullable Threshold> given = new ArrayList<>();
        if (fields.has(AT_LEAST)) {
            Figure percent = fields.required(AT_LEAST, Value::asPercentage);
            given.add(percent == null ? null : new Threshold.AtLeast(percent));
        }
        if (fields.has(MORE_THAN)) {
            Figure percent = fields.required(MORE_THAN, Value::asPercentage);
            given.add(percent == null ? null : new Threshold.MoreThan(percent));
        }
        if (fields.has(AT_LEAST_RATING)) {
            Figure rating = fields.required(AT_LEAST_RATING, this::ratingOnScale);
            given.add(rating == null ? null : new Threshold.AtLeastRating(rating));
        }
        if (given.size() == 1) {
            return given.getFirst();
        }
        if (!given.contains(null)) {
            fields.fault("must have exactly one of atLeast, moreThan and atLeastRating");
        }
        return null;
    }

    private @Nullable Figure ratingOnScale(Value value) {
        Figure rating = value.asFigure();
        if (rating != null && scale != null && !scale.contains(rating)) {
            value.fault("must be within the rating scale");
            return null;
        }
        return rating;
    }
}
