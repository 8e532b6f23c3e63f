package dev.plumbline.assessment.rest;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rater's marks.
 *
 * @param ratings every criterion of the item, each from 1 to 5
 */
@Schema(name = "Ratings", requiredProperties = "ratings")
public record RatingsRequest(@NotEmpty @Size(max = 50) Map<String, Integer> ratings) {}
