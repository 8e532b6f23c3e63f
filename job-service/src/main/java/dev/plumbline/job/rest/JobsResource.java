package dev.plumbline.job.rest;

import dev.plumbline.job.app.AmendJob;
import dev.plumbline.job.app.CreateJob;
import dev.plumbline.job.app.FindJobs;
import dev.plumbline.job.app.Precondition;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobSummary;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.rest.Sent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs, as they are drafted. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {
    private static final String LD_JSON = "application/ld+json";
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(LD_JSON))
            .build();

    private final CreateJob createJob;
    private final AmendJob amendJob;
    private final FindJobs findJobs;
    private final Idempotency idempotency;

    JobsResource(CreateJob createJob, AmendJob amendJob, FindJobs findJobs, Idempotency idempotency) {
        this.createJob = createJob;
        this.amendJob = amendJob;
        this.findJobs = findJobs;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.RECRUITER)
    @Operation(summary = "Drafts a job, from a template or written out whole")
    @APIResponse(
            responseCode = "201",
            description = "drafted",
            content = @Content(schema = @Schema(implementation = JobResponse.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, CreateJobRequest request) {
        return idempotency.once(key, request, () -> {
            Job job = create(request);
            return Created.at("/v1/jobs/" + job.id(), ETags.of(job.revision()), JobResponse.of(job));
        });
    }

    private Job create(CreateJobRequest request) {
        String template = request.template();
        TailoringRequest tailoring = request.tailoring() == null ? TailoringRequest.NONE : request.tailoring();
        return template == null
                ? createJob.written(request.toDraft())
                : createJob.fromTemplate(template, tailoring.toDomain());
    }

    @GET
    @Authenticated
    @Operation(summary = "Lists jobs, in the order they were drafted in")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = JobPage.class)))
    public Response list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<JobSummary> found = findJobs.list(
                QueryParameters.oneOf("status", JobStatus.class, status), QueryParameters.after(cursor), most + 1);
        Page<JobSummary> page =
                Page.of(found, most, job -> Cursor.encode(job.id().toString()));
        return Pages.response(page.map(JobSummaryResponse::of), uri);
    }

    /** What a list of jobs answers with. */
    record JobPage(List<JobSummaryResponse> items, @Nullable String next) {}

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, LD_JSON})
    @Authenticated
    @Operation(summary = "Gives a job as it is drafted, or its posting as it is published")
    @APIResponse(
            responseCode = "200",
            description = "the job, or a schema.org JobPosting",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobResponse.class)),
                @Content(mediaType = LD_JSON, schema = @Schema(implementation = JobPosting.class))
            })
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        if (variant != null && variant.getMediaType().toString().equals(LD_JSON)) {
            return Response.ok(JobPosting.of(findJobs.posting(id)), LD_JSON)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return answer(findJobs.job(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.RECRUITER)
    @Operation(summary = "Replaces a job's draft; what is published stays")
    @APIResponse(
            responseCode = "200",
            description = "replaced",
            content = @Content(schema = @Schema(implementation = JobResponse.class)))
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = JobRequest.class)))
                    Sent<JobRequest> sent) {
        JobRequest request = sent.body();
        Precondition precondition = revision -> ETags.require(ifMatch, revision);
        if (!sent.faults().isEmpty()) {
            throw amendJob.refusal(
                    id, sent.faults(), request.readable(sent.faulty()), request::differences, precondition);
        }
        return answer(amendJob.amend(id, request.toAmendment(), request::differences, precondition));
    }

    static Response answer(Job job) {
        return Response.ok(JobResponse.of(job), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, ETags.of(job.revision()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
