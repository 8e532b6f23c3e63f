package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ChangeWaiver;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nodes of the criteria tree that are taken out of an application's decision. */
@Path("/v1/applications/{id}/waivers")
@Tag(name = "Waivers")
public class WaiversResource {
    private final ChangeWaiver changeWaiver;
    private final Idempotency idempotency;
    private final Caller caller;

    WaiversResource(ChangeWaiver changeWaiver, Idempotency idempotency, Caller caller) {
        this.changeWaiver = changeWaiver;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(
            summary = "Take a node out of the application's decision",
            description = "Decided at once. 409 where the node is waived already, or the application is not known yet.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WaiverResponse.class)))
    public Response grant(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            WaiverRequest request) {
        return idempotency.once(idempotencyKey, request, () -> {
            ChangeWaiver.Changed changed = changeWaiver.grant(id, request.node(), request.reason(), caller.id());
            String location = UriBuilder.fromPath("/v1/applications/{id}/waivers/{node}")
                    .build(id, request.node())
                    .toString();
            return Created.at(location, null, WaiverResponse.of(id, changed));
        });
    }

    @DELETE
    @Path("/{node}")
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(
            summary = "Put a node back into the application's decision",
            description = "Decided at once. 404 where the node is not waived.")
    @APIResponse(responseCode = "204", description = "The waiver is lifted")
    public void lift(@PathParam("id") UUID id, @PathParam("node") String node) {
        changeWaiver.lift(id, node, caller.id());
    }
}
