package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.app.CreateTest;
import dev.plumbline.assessment.app.PublishTest;
import dev.plumbline.assessment.app.ReadTests;
import dev.plumbline.assessment.app.ReviseTest;
import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.assessment.domain.TestReference;
import dev.plumbline.assessment.format.TestDocument;
import dev.plumbline.assessment.format.TestReader;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Tests and their published versions. Keys are shown to recruiters only. */
@Path("/v1/tests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.RECRUITER,
    Roles.ASSESSOR,
    Roles.INTERVIEWER,
    Roles.HIRING_MANAGER,
    Roles.INTEGRATION,
    Roles.AUDITOR
})
public class TestsResource {

    private final ReadTests read;
    private final CreateTest create;
    private final ReviseTest revise;
    private final PublishTest publish;
    private final Idempotency idempotency;
    private final Caller caller;

    TestsResource(
            ReadTests read,
            CreateTest create,
            ReviseTest revise,
            PublishTest publish,
            Idempotency idempotency,
            Caller caller) {
        this.read = read;
        this.create = create;
        this.revise = revise;
        this.publish = publish;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(TestSummary.TestPage.class)
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<TestDraft> found = read.list(Queries.text(cursor), most + 1);
        return Pages.response(
                Page.of(found, most, draft -> Cursor.encode(draft.id())).map(TestSummary::of), uri);
    }

    @POST
    @RolesAllowed(Roles.RECRUITER)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TestDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = TestDocument.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, JsonNode body) {
        TestReader.Written test = TestReader.read(body);
        return idempotency.once(key, body, () -> {
            TestDraft draft = create.create(test.id(), test.definition());
            return Created.at(
                    "/v1/tests/" + draft.id(),
                    ETags.of(draft.revision()),
                    TestDocument.of(draft, TestDocument.Key.SHOWN));
        });
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(TestDocument.class)
    public Response draft(@PathParam("id") String id) {
        return answer(read.draft(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.RECRUITER)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TestDocument.class)))
    @APIResponseSchema(TestDocument.class)
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        TestReader.Written test = TestReader.read(body);
        if (test.id() != null && !test.id().equals(id)) {
            throw new ProblemException(new KitError.InvalidContent(
                    List.of(new Fault("/id", "must be that of the test, which never changes"))));
        }
        return answer(revise.revise(id, ifMatch, test.definition()));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.RECRUITER)
    @APIResponse(
            responseCode = "201",
            description = "The next version, which never changes; If-Match makes sure of what is published",
            content = @Content(schema = @Schema(implementation = TestDocument.class)))
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(key, Map.of(), () -> {
            PublishedTest version = publish.publish(id, ifMatch);
            return Created.at(
                    "/v1/tests/" + id + "/versions/" + version.version(),
                    null,
                    TestDocument.of(version, TestDocument.Key.SHOWN));
        });
    }

    @GET
    @Path("/{id}/versions")
    @APIResponseSchema(VersionSummary.VersionPage.class)
    public Response versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        int after = Queries.number(cursor);
        List<PublishedTest> found = read.versions(id, after, most + 1);
        return Pages.response(
                Page.of(found, most, version -> Cursor.encode(Integer.toString(version.version())))
                        .map(VersionSummary::of),
                uri);
    }

    @GET
    @Path("/{id}/versions/{version}")
    public TestDocument version(@PathParam("id") String id, @PathParam("version") int version) {
        return TestDocument.of(read.version(new TestReference(id, version)), key());
    }

    private Response answer(TestDraft draft) {
        return Response.ok(TestDocument.of(draft, key()))
                .header(HttpHeaders.ETAG, ETags.of(draft.revision()))
                .build();
    }

    private TestDocument.Key key() {
        return caller.has(Roles.RECRUITER) ? TestDocument.Key.SHOWN : TestDocument.Key.LEFT_OUT;
    }
}
