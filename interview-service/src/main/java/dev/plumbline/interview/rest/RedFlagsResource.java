package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.RaiseRedFlag;
import dev.plumbline.interview.app.ReadRedFlags;
import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.app.RuleOnRedFlag;
import dev.plumbline.interview.domain.RedFlagState;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Red flags: raised by one person, ruled on by another. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Red flags")
public class RedFlagsResource {
    private final RaiseRedFlag raiseRedFlag;
    private final RuleOnRedFlag ruleOnRedFlag;
    private final ReadRedFlags readRedFlags;
    private final Idempotency idempotency;
    private final CallerRoles caller;

    RedFlagsResource(
            RaiseRedFlag raiseRedFlag,
            RuleOnRedFlag ruleOnRedFlag,
            ReadRedFlags readRedFlags,
            Idempotency idempotency,
            CallerRoles caller) {
        this.raiseRedFlag = raiseRedFlag;
        this.ruleOnRedFlag = ruleOnRedFlag;
        this.readRedFlags = readRedFlags;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/applications/{id}/red-flags")
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR, Roles.HIRING_MANAGER})
    @Operation(
            summary = "Raise a red flag",
            description = "From an interviewer of a panel of the application, an assessor or a hiring manager. The note"
                    + " is kept, and read with the flag.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RedFlagResponse.RaisedResponse.class)))
    public Response raise(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            RedFlagRequest request) {
        return idempotency.once(idempotencyKey, request, () -> {
            Raised raised = raiseRedFlag.raise(id, caller.observer(), request.category(), request.note());
            return Created.at("/v1/red-flags/" + raised.flag().id(), null, RedFlagResponse.RaisedResponse.of(raised));
        });
    }

    @GET
    @Path("/applications/{id}/red-flags")
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR, Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "The application's red flags that the caller may see, oldest first",
            description =
                    "Interviewers see their own, and those of the panel once their forms are in; assessors theirs.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedFlagPage.class)))
    @APIResponse(responseCode = "409", description = "The application is not known here yet")
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<Raised> found = readRedFlags.visible(id, caller.observer(), Cursors.id(cursor), most + 1);
        return Pages.response(
                Page.of(found, most, raised -> Cursors.of(raised.flag().id())).map(RedFlagResponse::of), uri);
    }

    @GET
    @Path("/red-flags/{id}")
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR, Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(summary = "A red flag with its rulings")
    public RedFlagResponse get(@PathParam("id") UUID id) {
        return RedFlagResponse.of(readRedFlags.flag(id, caller.observer()));
    }

    @POST
    @Path("/red-flags/{id}/confirm")
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(summary = "Rule that it is so", description = "By a hiring manager who did not raise it.")
    public RedFlagResponse confirm(@PathParam("id") UUID id, RulingRequest request) {
        return rule(id, RedFlagState.CONFIRMED, request);
    }

    @POST
    @Path("/red-flags/{id}/dismiss")
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(summary = "Rule that it is not so", description = "By a hiring manager who did not raise it.")
    public RedFlagResponse dismiss(@PathParam("id") UUID id, RulingRequest request) {
        return rule(id, RedFlagState.DISMISSED, request);
    }

    @POST
    @Path("/red-flags/{id}/reopen")
    @RolesAllowed(Roles.HIRING_MANAGER)
    @Operation(
            summary = "Take a ruling back, to rule anew",
            description = "By a hiring manager who did not raise it; the ruling stays in the flag's history.")
    public RedFlagResponse reopen(@PathParam("id") UUID id, RulingRequest request) {
        return rule(id, RedFlagState.RAISED, request);
    }

    private RedFlagResponse rule(UUID id, RedFlagState next, RulingRequest request) {
        return RedFlagResponse.of(ruleOnRedFlag.rule(id, next, caller.id(), request.reason()));
    }
}
