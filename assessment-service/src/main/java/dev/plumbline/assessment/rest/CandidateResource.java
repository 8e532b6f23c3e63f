package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.app.TakeTest;
import dev.plumbline.assessment.domain.Session;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** The candidate's side of a session. The bearer is the session's secret. */
@Path("/v1/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@CandidateOnly
@Cache(noStore = true)
@SecurityScheme(
        securitySchemeName = "SessionSecret",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The secret of the one session in the path")
@SecurityRequirement(name = "SessionSecret")
@APIResponse(responseCode = "401", description = "The bearer is not the secret of the session")
public class CandidateResource {

    private final TakeTest take;

    CandidateResource(TakeTest take) {
        this.take = take;
    }

    /** What a test handed in is answered with. */
    @Schema(name = "Submission")
    public record Submission(
            UUID id, Session.State state, @Nullable Instant endedAt) {}

    /** The questions; the first look starts the clock. */
    @GET
    @APIResponseSchema(SittingResponse.class)
    public SittingResponse open(@PathParam("id") UUID session) {
        return SittingResponse.of(take.open(session));
    }

    /** The last answer to an item counts. */
    @PUT
    @Path("/answers/{item}")
    @APIResponse(responseCode = "204", description = "Kept")
    public void answer(@PathParam("id") UUID session, @PathParam("item") String item, AnswerRequest request) {
        take.answer(session, item, request::answerTo);
    }

    @DELETE
    @Path("/answers/{item}")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void removeAnswer(@PathParam("id") UUID session, @PathParam("item") String item) {
        take.removeAnswer(session, item);
    }

    /** Hands the test in; nothing can be answered afterwards. */
    @POST
    @Path("/submit")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(Submission.class)
    public Submission submit(@PathParam("id") UUID id) {
        Session session = take.submit(id);
        return new Submission(session.id(), session.state(), session.endedAt());
    }
}
