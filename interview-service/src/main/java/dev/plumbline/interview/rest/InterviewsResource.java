package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.CancelInterview;
import dev.plumbline.interview.app.ChangeInterview;
import dev.plumbline.interview.app.ListInterviews;
import dev.plumbline.interview.app.OpenInterview;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.rest.constraints.StartOfInterview;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/** Interviews by their ids. */
@Path("/v1/interviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interviews")
public class InterviewsResource {
    private final OpenInterview openInterview;
    private final ListInterviews listInterviews;
    private final ChangeInterview changeInterview;
    private final CancelInterview cancelInterview;
    private final CallerRoles caller;

    InterviewsResource(
            OpenInterview openInterview,
            ListInterviews listInterviews,
            ChangeInterview changeInterview,
            CancelInterview cancelInterview,
            CallerRoles caller) {
        this.openInterview = openInterview;
        this.listInterviews = listInterviews;
        this.changeInterview = changeInterview;
        this.cancelInterview = cancelInterview;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INTERVIEWER)
    @Operation(
            summary = "The caller's own interviews, by start",
            description = "from: only those that begin then or later.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InterviewPage.class)))
    public Response own(
            @QueryParam("from") @Nullable String from,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        Instant begin = from == null ? StartOfInterview.FIRST : instant(from);
        List<Interview> found = cursor == null
                ? listInterviews.ownFrom(caller.id(), begin, most + 1)
                : listInterviews.ownAfter(caller.id(), Cursors.position(cursor), most + 1);
        return Pages.response(
                Page.of(found, most, i -> Cursors.of(i.plan().schedule().startsAt(), i.id()))
                        .map(InterviewResponse::of),
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTERVIEWER, Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "The interview's kit: questions, anchors, probes, and what may be seen of the ratings",
            description = "Others' ratings stay unseen until the caller's own form is handed in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KitResponse.class)))
    public Response kit(@PathParam("id") UUID id, @Context Request request) {
        boolean isShown = HttpMethod.GET.equals(request.getMethod());
        OpenInterview.Kit kit = openInterview.kit(id, caller.id(), caller.readsAll(), isShown);
        return withTag(Response.ok(KitResponse.of(kit, caller.id())), kit.interview());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.RECRUITER, Roles.HIRING_MANAGER})
    @Operation(
            summary = "Move the interview, or exchange panel members or questions",
            description = "Ratings that were given stay; what is owed follows the new plan.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InterviewResponse.class)))
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PlanRequest request) {
        Interview interview = changeInterview.change(id, ifMatch, request.toPlan());
        return withTag(Response.ok(InterviewResponse.of(interview)), interview);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Roles.RECRUITER, Roles.HIRING_MANAGER})
    @Operation(
            summary = "Call the interview off",
            description = "Ratings that were given stay; nothing is owed any more.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InterviewResponse.class)))
    public Response cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Interview interview = cancelInterview.cancel(id, ifMatch);
        return withTag(Response.ok(InterviewResponse.of(interview)), interview);
    }

    private static Response withTag(Response.ResponseBuilder response, Interview interview) {
        // The tag is that of the plan alone: it must not tell when others rate, and so is none to cache by.
        return response.header(HttpHeaders.ETAG, ETags.of(interview.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Instant instant(String from) {
        try {
            Instant instant = OffsetDateTime.parse(from).toInstant();
            if (StartOfInterview.Check.allows(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw invalidFrom();
        }
        throw invalidFrom();
    }

    private static ProblemException invalidFrom() {
        return new ProblemException(new KitError.InvalidParameter(
                "from", "must be an instant in the years 2000 to 2199 such as 2026-01-31T09:00:00Z"));
    }
}
