package dev.plumbline.kit.operations;

import dev.plumbline.kit.inbox.DeadLetter;
import dev.plumbline.kit.inbox.DeadLetter.Filter;
import dev.plumbline.kit.inbox.DeadLetter.Status;
import dev.plumbline.kit.inbox.DeadLetterTable;
import dev.plumbline.kit.inbox.RedriveDeadLetters;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The records that this service could not use: seen, and given to their consumers once more. */
@Path("/v1/operations/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RolesAllowed({OperationsRoles.OPERATOR, OperationsRoles.AUDITOR})
public class DeadLettersResource {
    private final DeadLetterTable table;
    private final RedriveDeadLetters redrive;
    private final Caller caller;

    DeadLettersResource(DeadLetterTable table, RedriveDeadLetters redrive, Caller caller) {
        this.table = table;
        this.redrive = redrive;
        this.caller = caller;
    }

    /** What a list of dead letters answers with. */
    record DeadLetterPage(
            List<DeadLetterResponse> items, @Nullable String next) {}

    @GET
    @Operation(
            summary = "Lists the records that could not be used, the first one set aside first, without what they say")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = DeadLetterPage.class)))
    public Response list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        Filter filter = new Filter(Parameters.oneOf("status", Status.class, status), topic, null, null, null);
        Page<DeadLetter> page =
                Page.of(table.list(filter, Parameters.after(cursor), most + 1), most, DeadLettersResource::cursorAfter);
        return Pages.response(page.map(DeadLetterResponse::of), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Gives a record that could not be used, without what it says")
    @APIResponse(
            responseCode = "200",
            description = "the dead letter",
            content = @Content(schema = @Schema(implementation = DeadLetterResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        DeadLetter letter = table.find(id)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("dead letter", id.toString())));
        return Response.ok(DeadLetterResponse.of(letter)).build();
    }

    @POST
    @Path("/{id}/redrive")
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Operation(
            summary =
                    "Gives a record that could not be used to its consumer once more; one that was taken is left alone",
            description = "200 also where it is refused again: its status is WAITING then, and its reason says why.")
    @APIResponse(
            responseCode = "200",
            description = "how it stands now",
            content = @Content(schema = @Schema(implementation = DeadLetterResponse.class)))
    public Response redrive(@PathParam("id") UUID id) {
        return Response.ok(DeadLetterResponse.of(redrive.one(id, caller.id()))).build();
    }

    @POST
    @Path("/redrives")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Operation(
            summary = "Gives those records that wait, of a topic or a range of it, to their consumer once more",
            description = "At most limit of them, the first one set aside first; go on with next in the cursor.")
    @APIResponse(
            responseCode = "200",
            description = "what came of it",
            content = @Content(schema = @Schema(implementation = RedriveResponse.class)))
    public Response redriveSeveral(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            RedriveRequest request) {
        int most = Paging.limit(limit);
        List<DeadLetter> tried = redrive.waiting(request.toFilter(), Parameters.after(cursor), most, caller.id());
        // A full page may have been the last one: the next one is empty then.
        String next = tried.size() < most ? null : cursorAfter(tried.getLast());
        return Response.ok(RedriveResponse.of(new Page<>(tried, next))).build();
    }

    private static String cursorAfter(DeadLetter letter) {
        return Cursor.encode(letter.id().toString());
    }
}
