package dev.plumbline.kit.operations;

import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.outbox.Republication;
import dev.plumbline.kit.outbox.Republications;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Topics of this service that were lost, written again from what it has kept. */
@Path(RepublicationsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OperationsRoles.OPERATOR, OperationsRoles.AUDITOR})
@Tag(name = "Operations")
public class RepublicationsResource {
    static final String PATH = "/v1/operations/republications";

    private final Republications republications;
    private final Idempotency idempotency;
    private final Caller caller;

    RepublicationsResource(Republications republications, Idempotency idempotency, Caller caller) {
        this.republications = republications;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What a list of republications answers with. */
    record RepublicationPage(
            List<Republication> items, @Nullable String next) {}

    /** Which topic. */
    public record RepublicationRequest(@NotBlank String topic) {}

    @POST
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish everything on a topic once more",
            description =
                    "Every event that this service has kept of what it published to the topic, with the same ids and bytes, those"
                            + " of each key in the same order: for a topic that was deleted. What was published before keptSince is"
                            + " not written again. The topic is created where it is missing. One that is being published"
                            + " again already is not begun anew.")
    @APIResponse(
            responseCode = "202",
            description = "begun",
            content = @Content(schema = @Schema(implementation = Republication.class)))
    public Response request(@HeaderParam("Idempotency-Key") @Nullable String key, RepublicationRequest request) {
        Response response = idempotency.once(key, request, () -> prepared(request.topic()), topic -> {
            Republication requested = republications.request(topic);
            return new Created(202, PATH + "/" + requested.id(), null, requested);
        });
        republications.wake();
        return response;
    }

    private String prepared(String topic) {
        republications.prepare(topic);
        return topic;
    }

    @GET
    @Operation(summary = "Lists republications, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = RepublicationPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        Page<Republication> page = Page.of(
                republications.list(Parameters.after(cursor), most + 1),
                most,
                republication -> Cursor.encode(republication.id().toString()));
        return Pages.response(page, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far it is")
    public Republication find(@PathParam("id") UUID id) {
        return republications.find(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Operation(summary = "Ends a republication before its time; what it has written stays")
    @APIResponse(
            responseCode = "200",
            description = "cancelled, now or before",
            content = @Content(schema = @Schema(implementation = Republication.class)))
    public Republication cancel(@PathParam("id") UUID id) {
        return republications.cancel(id, caller.id());
    }
}
