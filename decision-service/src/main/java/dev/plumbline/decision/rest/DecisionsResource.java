package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ListDecisions;
import dev.plumbline.decision.app.ListDecisions.Listed;
import dev.plumbline.decision.app.OwnRatingsFirst;
import dev.plumbline.decision.app.ReadDecision;
import dev.plumbline.decision.app.ReadDecision.Current;
import dev.plumbline.decision.app.RecordVerdict;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The decisions on an application, and the verdict of a person beside them. */
@Path("/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class DecisionsResource {
    private final ShownDecisions shownDecisions;
    private final ReadDecision readDecision;
    private final ListDecisions listDecisions;
    private final RecordVerdict recordVerdict;
    private final OwnRatingsFirst ownRatingsFirst;
    private final Caller caller;

    DecisionsResource(
            ShownDecisions shownDecisions,
            ReadDecision readDecision,
            ListDecisions listDecisions,
            RecordVerdict recordVerdict,
            OwnRatingsFirst ownRatingsFirst,
            Caller caller) {
        this.shownDecisions = shownDecisions;
        this.readDecision = readDecision;
        this.listDecisions = listDecisions;
        this.recordVerdict = recordVerdict;
        this.ownRatingsFirst = ownRatingsFirst;
        this.caller = caller;
    }

    @GET
    @Path("/decision")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The current decision with its explanation",
            description =
                    "With Accept: text/plain the sentences of the explanation alone. Its ETag is its number. That a"
                            + " hiring manager has fetched it is recorded: a REJECT needs it. 409"
                            + " where the application is not known yet, or waits for its rubric, or the caller owes it a"
                            + " rating (rate-first).")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CurrentDecisionResponse.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    public CompletionStage<Response> current(@PathParam("id") UUID id, @Context Request request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        shownDecisions.show(id, caller.id(), isNoted(request), (shown, failure) -> {
            if (shown == null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(answer(shown.number()).entity(shown.json()).build());
            }
        });
        return answer;
    }

    @GET
    @Path("/decision")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(hidden = true)
    public Response sentences(@PathParam("id") UUID id, @Context Request request) {
        Current current = readDecision.read(id, caller.id(), isNoted(request));
        String text = String.join("\n", current.explanation().reasons()) + "\n";
        return answer(current.decision().number()).entity(text).build();
    }

    /** The answer to a HEAD request shows nobody anything. */
    private boolean isNoted(Request request) {
        return caller.has(Roles.HIRING_MANAGER) && HttpMethod.GET.equals(request.getMethod());
    }

    private static Response.ResponseBuilder answer(int number) {
        return Response.ok().header(HttpHeaders.ETAG, ETags.of(number)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GET
    @Path("/decisions")
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "All decisions there ever were on the application, by number",
            description =
                    "Each with its gates in the order of the rubric that it was made under. 409 where the application is"
                            + " not known yet, or the caller owes it a rating (rate-first).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DecisionPage.class)))
    public Response history(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        int after = cursor == null ? 0 : Cursors.number(cursor);
        ownRatingsFirst.require(id, caller.id());
        List<Listed> found = listDecisions.ofApplication(id, after, most + 1);
        return Pages.response(
                Page.of(
                                found,
                                most,
                                listed -> Cursor.encode(
                                        String.valueOf(listed.decision().number())))
                        .map(listed -> DecisionResponse.of(listed.decision(), listed.gateOrder())),
                uri);
    }

    @PUT
    @Path("/verdict")
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(
            summary = "Say what you decide",
            description =
                    "It stands beside the recommendation. Against it (HIRE on REJECT or PENDING, REJECT on ADVANCE) it"
                            + " needs a reason of 20 characters or more. 409 where the decision has moved on, the explanation was"
                            + " not seen before a REJECT, a red flag is open before a HIRE, the application is withdrawn, or the"
                            + " caller owes it a rating.")
    @APIResponseSchema(VerdictResponse.class)
    public VerdictResponse verdict(@PathParam("id") UUID id, VerdictRequest request) {
        RecordVerdict.Said said =
                new RecordVerdict.Said(request.verdict(), request.reason(), request.decisionNumber(), caller.id());
        return VerdictResponse.of(recordVerdict.record(id, said), false);
    }
}
