package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.app.RecordExternalResult;
import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.SectionResult;
import dev.plumbline.kit.ids.ChosenIds;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.ChosenId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Results of sections from other systems. */
@Path("/v1/applications/{id}/sections/{section}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INTEGRATION)
public class SectionResultsResource {

    private final RecordExternalResult results;

    SectionResultsResource(RecordExternalResult results) {
        this.results = results;
    }

    /**
     * A result as it was recorded.
     *
     * @param held the application is not known here yet: accepted, and not checked against its rubric
     */
    @Schema(name = "RecordedSectionResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecordedResponse(
            UUID applicationId,
            String section,
            long revision,
            SectionResult.Source source,
            BigDecimal earned,
            BigDecimal possible,
            BigDecimal pending,
            @Nullable Questions questions,
            Instant recordedAt,
            boolean held) {}

    /** Replaces whatever the section had; the last result counts, whether from here or from a session. */
    @PUT
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RecordedResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted and held: the application is not known here yet",
            content = @Content(schema = @Schema(implementation = RecordedResponse.class)))
    public Response record(
            @PathParam("id") UUID applicationId, @PathParam("section") String section, SectionResultRequest request) {
        check(section);
        RecordExternalResult.Recorded recorded =
                results.record(applicationId, section, request.figures(), request.counted());
        return Response.status(recorded.held() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(response(recorded))
                .build();
    }

    /** Takes a result from another system back; a session's score of the section counts again where there is one. */
    @DELETE
    public void retract(@PathParam("id") UUID applicationId, @PathParam("section") String section) {
        check(section);
        results.retract(applicationId, section);
    }

    private static void check(String section) {
        if (!ChosenIds.isId(section)) {
            throw new ProblemException(
                    new KitError.InvalidParameters(List.of(new Fault("/section", ChosenId.MESSAGE))));
        }
    }

    private static RecordedResponse response(RecordExternalResult.Recorded recorded) {
        SectionResult result = recorded.result();
        Figures figures = result.figures();
        return new RecordedResponse(
                result.applicationId(),
                result.section(),
                result.revision(),
                result.source(),
                figures.earned(),
                figures.possible(),
                figures.pending(),
                result.questions(),
                result.recordedAt(),
                recorded.held());
    }
}
