package dev.plumbline.job.rest;

import dev.plumbline.job.app.CloseJob;
import dev.plumbline.job.app.Precondition;
import dev.plumbline.job.app.PublishJob;
import dev.plumbline.job.domain.AppliesTo;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From draft to open to closed. */
@Path("/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.RECRUITER)
@Tag(name = "Jobs")
public class PublicationResource {
    private final PublishJob publishJob;
    private final CloseJob closeJob;
    private final Idempotency idempotency;
    private final Caller caller;

    PublicationResource(PublishJob publishJob, CloseJob closeJob, Idempotency idempotency, Caller caller) {
        this.publishJob = publishJob;
        this.closeJob = closeJob;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Whom a version measures; new applications only, where it is left out. */
    record PublishRequest(@Nullable AppliesTo appliesTo) {}

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Publishes the draft as the next version, which never changes")
    @APIResponse(
            responseCode = "201",
            description = "published",
            content = @Content(schema = @Schema(implementation = JobVersionResponse.class)))
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PublishRequest request) {
        AppliesTo appliesTo = Objects.requireNonNullElse(request.appliesTo(), AppliesTo.NEW_APPLICATIONS);
        return idempotency.once(key, request, () -> {
            JobVersion version = publishJob.publish(id, appliesTo, caller.id(), ifGiven(ifMatch));
            String location = "/v1/jobs/" + id + "/rubrics/" + version.version();
            return Created.at(location, null, JobVersionResponse.of(version));
        });
    }

    @POST
    @Path("/close")
    @Operation(summary = "Closes an open job: it takes no more applications")
    @APIResponse(
            responseCode = "200",
            description = "closed",
            content = @Content(schema = @Schema(implementation = JobResponse.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return JobsResource.answer(closeJob.close(id, ifGiven(ifMatch)));
    }

    /** The demand of an If-Match that a call can do without. */
    static Precondition ifGiven(@Nullable String ifMatch) {
        return ifMatch == null ? Precondition.NONE : revision -> ETags.require(ifMatch, revision);
    }
}
