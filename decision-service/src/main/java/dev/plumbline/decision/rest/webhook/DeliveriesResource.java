package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.ReadWebhooks;
import dev.plumbline.decision.app.webhook.Redelivery;
import dev.plumbline.decision.app.webhook.SendAgain;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, what came of it, and what is to be sent again. */
@Path("/v1/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveriesResource {
    private static final int ACCEPTED = 202;

    private final ReadWebhooks read;
    private final SendAgain sendAgain;
    private final Idempotency idempotency;
    private final Caller caller;

    DeliveriesResource(ReadWebhooks read, SendAgain sendAgain, Idempotency idempotency, Caller caller) {
        this.read = read;
        this.sendAgain = sendAgain;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(
            summary = "The delivery log: every event and each attempt",
            description = "The newest event first. Kept for 30 days where nothing else is configured.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = DeliveryStatus.class)) @Nullable String status,
            @QueryParam("limit")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<Delivery> found = read.deliveries(
                id,
                Viewers.person(caller),
                status == null ? null : wanted(status),
                cursor == null ? null : DeliveryCursors.place(cursor),
                most + 1);
        return Pages.response(Page.of(found, most, DeliveryCursors::after).map(DeliveryResponse::of), uri);
    }

    private static Delivery.Status wanted(String name) {
        return Arrays.stream(Delivery.Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new KitError.InvalidParameter("status", "must be PENDING, DELIVERED or EXHAUSTED")));
    }

    @GET
    @Path("/deliveries/{delivery}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One entry of the delivery log")
    public DeliveryResponse one(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return DeliveryResponse.of(read.delivery(id, delivery, Viewers.person(caller)));
    }

    @POST
    @Path("/deliveries/{delivery}/redeliver")
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Send an event again",
            description = "The same bytes under the same webhook-id, behind all that waits for its application; with a"
                    + " schedule of its own. 409 where it is on its way.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Response sendAgain(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return Response.status(ACCEPTED)
                .entity(DeliveryResponse.of(sendAgain.one(id, delivery, caller.id())))
                .build();
    }

    @POST
    @Path("/redeliver")
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Send the events of a time range again",
            description =
                    "Those that are not on their way now, in the order that they had, some hundred at a time: see where"
                            + " Location says how far it has come. A range that is under way already is not begun once more."
                            + " 409 where twenty others of this webhook are.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RedeliveryResponse.class)))
    public Response sendRangeAgain(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            RangeRequest request) {
        Response answer = idempotency.once(idempotencyKey, request, () -> {
            Redelivery redelivery = sendAgain.range(id, request.range(), caller.id());
            return new Created(
                    ACCEPTED,
                    "/v1/webhooks/" + id + "/redeliveries/" + redelivery.id(),
                    null,
                    RedeliveryResponse.of(redelivery));
        });
        sendAgain.wake();
        return answer;
    }

    @GET
    @Path("/redeliveries/{redelivery}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "How far the events of a time range have been sent again")
    public RedeliveryResponse redelivery(@PathParam("id") UUID id, @PathParam("redelivery") UUID redelivery) {
        return RedeliveryResponse.of(read.redelivery(id, redelivery, Viewers.person(caller)));
    }
}
