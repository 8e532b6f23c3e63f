package dev.plumbline.job.rest;

import dev.plumbline.job.app.Applications.Filter;
import dev.plumbline.job.app.EraseCandidate;
import dev.plumbline.job.app.FindApplications;
import dev.plumbline.job.app.RecordScreening;
import dev.plumbline.job.app.WithdrawApplication;
import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ApplicationStatus;
import dev.plumbline.job.rest.ApplicationRequests.ScreeningRequest;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications, and the people behind them. Those who rate do not get here: they rate without knowing whom. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
@RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION})
public class ApplicationsResource {
    private final FindApplications findApplications;
    private final WithdrawApplication withdrawApplication;
    private final RecordScreening recordScreening;
    private final EraseCandidate eraseCandidate;

    ApplicationsResource(
            FindApplications findApplications,
            WithdrawApplication withdrawApplication,
            RecordScreening recordScreening,
            EraseCandidate eraseCandidate) {
        this.findApplications = findApplications;
        this.withdrawApplication = withdrawApplication;
        this.recordScreening = recordScreening;
        this.eraseCandidate = eraseCandidate;
    }

    /** What a list of applications answers with. */
    record ApplicationPage(
            List<ApplicationResponse> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Lists applications, in the order they came in, without the people")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public Response list(
            @QueryParam("jobId") @Nullable String jobId,
            @QueryParam("externalId") @Nullable String externalId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        Filter filter = new Filter(
                QueryParameters.uuid("jobId", jobId),
                externalId,
                QueryParameters.oneOf("status", ApplicationStatus.class, status));
        List<Application> found = findApplications.list(filter, QueryParameters.after(cursor), most + 1);
        Page<Application> page = Page.of(
                found, most, application -> Cursor.encode(application.id().toString()));
        return Pages.response(page.map(ApplicationResponse::of), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Gives an application and the person behind it")
    @APIResponse(
            responseCode = "200",
            description = "the application",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.WithCandidate.class)))
    public Response get(@PathParam("id") UUID id) {
        FindApplications.Found found = findApplications.application(id);
        return Response.ok(new ApplicationResponse.WithCandidate(
                        ApplicationResponse.of(found.application()), found.candidate()))
                .header(HttpHeaders.ETAG, ETags.of(found.application().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Withdraws an application that stands")
    @APIResponse(
            responseCode = "200",
            description = "withdrawn",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(withdrawApplication.withdraw(id, PublicationResource.ifGiven(ifMatch)));
    }

    @POST
    @Path("/{id}/reinstate")
    @Operation(summary = "Reinstates an application that is withdrawn")
    @APIResponse(
            responseCode = "200",
            description = "reinstated",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response reinstate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(withdrawApplication.reinstate(id, PublicationResource.ifGiven(ifMatch)));
    }

    @PUT
    @Path("/{id}/screening")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces all that is known of an application's screening")
    @APIResponse(
            responseCode = "200",
            description = "replaced",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response screen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ScreeningRequest request) {
        return answer(recordScreening.record(id, request.toDomain(), PublicationResource.ifGiven(ifMatch)));
    }

    @DELETE
    @Path("/{id}/candidate")
    @Operation(summary = "Erases the person's data here, and what was written about them everywhere")
    @APIResponse(responseCode = "204", description = "erased, now or before")
    public void erase(@PathParam("id") UUID id) {
        eraseCandidate.erase(id);
    }

    private static Response answer(Application application) {
        return Response.ok(ApplicationResponse.of(application))
                .header(HttpHeaders.ETAG, ETags.of(application.revision()))
                .build();
    }
}
