package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ChangeWaiver;
import dev.plumbline.decision.app.ReadWaivers;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nodes of the criteria tree that are taken out of an application's decision. */
@Path("/v1/applications/{id}/waivers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waivers")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class WaiversResource {
    private final ChangeWaiver changeWaiver;
    private final ReadWaivers readWaivers;
    private final Idempotency idempotency;
    private final Caller caller;

    WaiversResource(ChangeWaiver changeWaiver, ReadWaivers readWaivers, Idempotency idempotency, Caller caller) {
        this.changeWaiver = changeWaiver;
        this.readWaivers = readWaivers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The nodes that are taken out of the application's decision",
            description = "Sorted by node. 409 where the application is not known yet.")
    @APIResponseSchema(WaiverPage.class)
    public WaiverPage list(@PathParam("id") UUID id) {
        return new WaiverPage(
                readWaivers.of(id).stream().map(GivenWaiverResponse::of).toList(), null);
    }

    @GET
    @Path("/{node}")
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The waiver of a node",
            description = "404 where the node is not waived, 409 where the application is not known yet.")
    @APIResponseSchema(GivenWaiverResponse.class)
    public GivenWaiverResponse one(@PathParam("id") UUID id, @PathParam("node") String node) {
        return readWaivers.of(id).stream()
                .filter(waiver -> waiver.node().equals(node))
                .findFirst()
                .map(GivenWaiverResponse::of)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("waiver of the node", node)));
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
