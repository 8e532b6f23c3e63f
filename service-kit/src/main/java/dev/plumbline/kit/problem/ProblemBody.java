package dev.plumbline.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a problem answer, RFC 9457, media type {@code application/problem+json}. */
@Schema(name = "Problem", description = "RFC 9457 problem details")
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record ProblemBody(
        @Schema(description = "/problems/<slug>, stable") String type,
        String title,
        int status,
        String detail,

        @Schema(description = "every fault of the request body, each with its JSON pointer (RFC 6901)")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Fault> errors) {

    /** The body that tells a client of {@code error}. */
    public static ProblemBody of(ApiError error) {
        Problem problem = error.problem();
        return new ProblemBody(
                "/problems/" + problem.slug(), problem.title(), problem.status(), problem.detail(), problem.errors());
    }
}
