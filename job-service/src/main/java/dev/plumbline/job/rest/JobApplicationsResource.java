package dev.plumbline.job.rest;

import dev.plumbline.job.app.SubmitApplication;
import dev.plumbline.job.domain.Application;
import dev.plumbline.job.rest.ApplicationRequests.SubmitRequest;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applying to a job. */
@Path("/v1/jobs/{id}/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class JobApplicationsResource {
    private final SubmitApplication submitApplication;
    private final Idempotency idempotency;

    JobApplicationsResource(SubmitApplication submitApplication, Idempotency idempotency) {
        this.submitApplication = submitApplication;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION})
    @Operation(summary = "Applies to an open job, to be measured by its newest version")
    @APIResponse(
            responseCode = "201",
            description = "submitted; without the person, because the answer is kept for repetitions",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response submit(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, SubmitRequest request) {
        return idempotency.once(key, request, () -> {
            Application application = submitApplication.submit(id, request.toDomain());
            return Created.at(
                    "/v1/applications/" + application.id(),
                    ETags.of(application.revision()),
                    ApplicationResponse.of(application));
        });
    }
}
