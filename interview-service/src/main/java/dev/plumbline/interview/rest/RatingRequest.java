package dev.plumbline.interview.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.interview.domain.Mark;
import dev.plumbline.interview.rest.constraints.WholeNumberOrNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rating.
 *
 * @param rating a whole number on the rubric's scale, or null for "not applicable" or "not asked"; has to be there
 * @param note what the rater noticed; stays in this service
 * @param reason why a rating that was handed in is changed; needed then, and kept with the change
 */
@Schema(requiredProperties = {"rating"})
record RatingRequest(
        @Schema(implementation = BigDecimal.class, nullable = true) @WholeNumberOrNull
        JsonNode rating,

        @Nullable @Size(max = 4000) String note,

        @Nullable @Size(max = 2000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String reason) {

    Mark toMark() {
        @Nullable BigDecimal number = rating.isNull() ? null : rating.decimalValue();
        return new Mark(number, note);
    }
}
