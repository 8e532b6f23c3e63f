package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.ListInterviews;
import dev.plumbline.interview.app.ScheduleInterview;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The interviews of an application. */
@Path("/v1/applications/{id}/interviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interviews")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class ApplicationInterviewsResource {
    private final ScheduleInterview scheduleInterview;
    private final ListInterviews listInterviews;
    private final Idempotency idempotency;
    private final CallerRoles caller;

    ApplicationInterviewsResource(
            ScheduleInterview scheduleInterview,
            ListInterviews listInterviews,
            Idempotency idempotency,
            CallerRoles caller) {
        this.scheduleInterview = scheduleInterview;
        this.listInterviews = listInterviews;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.RECRUITER, Roles.HIRING_MANAGER})
    @Operation(
            summary = "Set an interview up",
            description = "409 where the application is withdrawn or not known yet.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InterviewResponse.class)))
    public Response schedule(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            PlanRequest request) {
        return idempotency.once(idempotencyKey, request, () -> {
            Interview interview = scheduleInterview.schedule(id, request.toPlan());
            return Created.at(
                    "/v1/interviews/" + interview.id(), ETags.of(interview.version()), InterviewResponse.of(interview));
        });
    }

    @GET
    @RolesAllowed({Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.INTERVIEWER, Roles.AUDITOR})
    @Operation(
            summary = "The application's interviews, oldest first",
            description = "Interviewers see those whose panel they are on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InterviewPage.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<Interview> found =
                listInterviews.ofApplication(id, caller.id(), caller.readsAll(), Cursors.id(cursor), most + 1);
        return Pages.response(
                Page.of(found, most, interview -> Cursors.of(interview.id())).map(InterviewResponse::of), uri);
    }
}
