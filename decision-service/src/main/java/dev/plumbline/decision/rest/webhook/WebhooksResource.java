package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.ChangeWebhook;
import dev.plumbline.decision.app.webhook.ReadWebhooks;
import dev.plumbline.decision.app.webhook.RegisterWebhook;
import dev.plumbline.decision.app.webhook.Webhook;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receivers of decision events. One belongs to who made it; to everybody else of that role it does not exist. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhooksResource {
    private final RegisterWebhook register;
    private final ChangeWebhook change;
    private final ReadWebhooks read;
    private final SecretAnswers answers;
    private final Idempotency idempotency;
    private final Caller caller;

    WebhooksResource(
            RegisterWebhook register,
            ChangeWebhook change,
            ReadWebhooks read,
            SecretAnswers answers,
            Idempotency idempotency,
            Caller caller) {
        this.register = register;
        this.change = change;
        this.read = read;
        this.answers = answers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Be told of decision events",
            description =
                    "Events from now on are posted to the URL as Standard Webhooks 1.0 has it. The secret that they"
                            + " are signed with is in this answer only. 409 where you have as many webhooks as anybody may have.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RegisteredWebhookResponse.class)))
    public Response register(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, WebhookRequest request) {
        return answers.withSecret(idempotency.onceStored(idempotencyKey, request, () -> {
            Webhook webhook = register.register(caller.id(), request.url(), request.filter());
            return Created.at(
                    "/v1/webhooks/" + webhook.id(),
                    ETags.of(webhook.version()),
                    WebhookResponse.of(webhook, caller.id()));
        }));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "Your webhooks; for operators and auditors, everybody's")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    public Response list(
            @QueryParam("limit")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<Webhook> found =
                read.list(Viewers.person(caller), cursor == null ? null : DeliveryCursors.id(cursor), most + 1);
        return Pages.response(
                Page.of(found, most, webhook -> Cursor.encode(webhook.id().toString()))
                        .map(webhook -> WebhookResponse.of(webhook, caller.id())),
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One webhook", description = "Without its secret.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookResponse.class)))
    public Response one(@PathParam("id") UUID id) {
        return answer(read.one(id, Viewers.person(caller)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Change one of your webhooks",
            description = "What is absent stays. If-Match is honoured where it is sent. Enabling sends what waits, at"
                    + " once and in order.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookResponse.class)))
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, WebhookChangeRequest request) {
        return answer(change.change(id, caller.id(), request.change(), webhook -> matches(ifMatch, webhook)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Delete one of your webhooks",
            description = "With its delivery log and all that waits. If-Match is honoured where it is sent.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        change.remove(id, caller.id(), webhook -> matches(ifMatch, webhook));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @RolesAllowed(Roles.INTEGRATION)
    @Operation(
            summary = "Give one of your webhooks a new secret",
            description =
                    "Shown in this answer only. Messages are signed with the secret before too for a time: overlap,"
                            + " an ISO 8601 duration up to P7D, P1D where it is absent, PT0S to end the old one at once.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RegisteredWebhookResponse.class)))
    public Response rotateSecret(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @QueryParam("overlap") @Nullable String overlap) {
        Object request = Map.of("overlap", overlap == null ? "" : overlap);
        return answers.withSecret(idempotency.onceStored(idempotencyKey, request, () -> {
            Webhook webhook = change.rotateSecret(id, caller.id(), Overlap.of(overlap));
            return new Created(200, null, ETags.of(webhook.version()), WebhookResponse.of(webhook, caller.id()));
        }));
    }

    private static void matches(@Nullable String ifMatch, Webhook webhook) {
        if (ifMatch != null) {
            ETags.require(ifMatch, webhook.version());
        }
    }

    private Response answer(Webhook webhook) {
        return Response.ok(WebhookResponse.of(webhook, caller.id()))
                .header(HttpHeaders.ETAG, ETags.of(webhook.version()))
                .build();
    }
}
