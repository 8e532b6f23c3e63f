package dev.plumbline.kit.operations;

import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rebuild.Difference;
import dev.plumbline.kit.rebuild.DifferenceTable;
import dev.plumbline.kit.rebuild.Rebuild;
import dev.plumbline.kit.rebuild.RebuildTable;
import dev.plumbline.kit.rebuild.StartRebuild;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rebuilds: started, watched, ended before their time. */
@Path("/v1/operations/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RolesAllowed({OperationsRoles.OPERATOR, OperationsRoles.AUDITOR})
public class RebuildsResource {
    private final StartRebuild rebuilds;
    private final RebuildTable table;
    private final DifferenceTable differences;
    private final Idempotency idempotency;
    private final Caller caller;

    RebuildsResource(
            StartRebuild rebuilds,
            RebuildTable table,
            DifferenceTable differences,
            Idempotency idempotency,
            Caller caller) {
        this.rebuilds = rebuilds;
        this.table = table;
        this.differences = differences;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What a list of rebuilds answers with. */
    record RebuildPage(
            List<RebuildResponse> items, @Nullable String next) {}

    /**
     * What was not as it should have been.
     *
     * @param kind FACTS: a record changed what is kept, though it had been taken before; that is put right. RESULT: something
     *     else follows from what is kept than was said last; that is put right. HISTORY: what was said last is not in the
     *     history as it was said; that is not changed
     */
    record DifferenceResponse(UUID subject, Difference.Kind kind) {
        static DifferenceResponse of(Difference difference) {
            return new DifferenceResponse(difference.subject(), difference.kind());
        }
    }

    /** What a list of differences answers with. */
    record DifferencePage(
            List<DifferenceResponse> items, @Nullable String next) {}

    @POST
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Operation(
            summary = "Takes what this service has read once more, and puts right what is not as it should be",
            description =
                    "Reads every record that this service has taken, from the beginning of its topics, and compares"
                            + " what is kept with it. The service goes on with its work meanwhile. One runs at a time.")
    @APIResponse(
            responseCode = "202",
            description = "it will be done: watch it where Location says",
            content = @Content(schema = @Schema(implementation = RebuildResponse.class)))
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key) {
        Response response = idempotency.once(key, Map.of(), rebuilds::ranges, ranges -> {
            Rebuild rebuild = rebuilds.start(caller.id(), ranges);
            return new Created(202, "/v1/operations/rebuilds/" + rebuild.id(), null, answer(rebuild));
        });
        rebuilds.wake();
        return response;
    }

    @GET
    @Operation(summary = "Lists rebuilds, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = RebuildPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        Page<Rebuild> page = Page.of(
                table.list(Parameters.after(cursor), most + 1),
                most,
                rebuild -> Cursor.encode(rebuild.id().toString()));
        return Pages.response(page.map(this::answer), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Tells how far a rebuild has come")
    @APIResponse(
            responseCode = "200",
            description = "the rebuild",
            content = @Content(schema = @Schema(implementation = RebuildResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(answer(rebuilds.get(id))).build();
    }

    @GET
    @Path("/{id}/differences")
    @Operation(summary = "Lists what a rebuild has found that was not as it should have been")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = DifferencePage.class)))
    public Response differences(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Rebuild rebuild = rebuilds.get(id);
        int most = Paging.limit(limit);
        Page<Difference> page = Page.of(
                differences.list(rebuild.id(), Parameters.afterDifference(cursor), most + 1),
                most,
                difference -> Cursor.encode(
                        difference.subject().toString(), difference.kind().name()));
        return Pages.response(page.map(DifferenceResponse::of), uri);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Operation(summary = "Ends a rebuild before its time; what it has done stays")
    @APIResponse(
            responseCode = "200",
            description = "cancelled, now or before",
            content = @Content(schema = @Schema(implementation = RebuildResponse.class)))
    public Response cancel(@PathParam("id") UUID id) {
        return Response.ok(answer(rebuilds.cancel(id, caller.id()))).build();
    }

    private RebuildResponse answer(Rebuild rebuild) {
        return RebuildResponse.of(rebuild, rebuilds.canCompare());
    }
}
