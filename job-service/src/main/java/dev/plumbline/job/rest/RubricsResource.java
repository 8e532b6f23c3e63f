package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.AmendJob;
import dev.plumbline.job.app.FindJobs;
import dev.plumbline.job.domain.Job;
import dev.plumbline.kit.rest.ETags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A job's rubric: the draft, and what was published. */
@Path("/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rubrics")
public class RubricsResource {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final AmendJob amendJob;
    private final FindJobs findJobs;

    RubricsResource(AmendJob amendJob, FindJobs findJobs) {
        this.amendJob = amendJob;
        this.findJobs = findJobs;
    }

    @GET
    @Path("/rubric")
    @Authenticated
    @Operation(summary = "Gives the draft of a job's rubric; its entity tag is the job's")
    @APIResponse(
            responseCode = "200",
            description = "the rubric, see decision semantics, section 2",
            content = @Content(schema = @Schema(implementation = JsonNode.class)))
    public Response getDraft(@PathParam("id") UUID id) {
        return answer(findJobs.job(id));
    }

    @PUT
    @Path("/rubric")
    @RolesAllowed(Roles.RECRUITER)
    @Operation(summary = "Replaces the draft of a job's rubric; refused with every fault in it")
    @APIResponse(
            responseCode = "200",
            description = "the rubric, see decision semantics, section 2",
            content = @Content(schema = @Schema(implementation = JsonNode.class)))
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response putDraft(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode rubric) {
        return answer(amendJob.amendRubric(id, rubric.toString(), revision -> ETags.require(ifMatch, revision)));
    }

    @GET
    @Path("/rubrics/{version}")
    @Authenticated
    @Operation(summary = "Gives a published version: rubric, interview questions, screening criteria and test")
    @APIResponse(
            responseCode = "200",
            description = "the version, which never changes",
            content = @Content(schema = @Schema(implementation = JobVersionResponse.class)))
    public Response getVersion(@PathParam("id") UUID id, @PathParam("version") int version) {
        return Response.ok(JobVersionResponse.of(findJobs.version(id, version)))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    private static Response answer(Job job) {
        return Response.ok(job.draft().plan().rubric())
                .header(HttpHeaders.ETAG, ETags.of(job.revision()))
                .build();
    }
}
