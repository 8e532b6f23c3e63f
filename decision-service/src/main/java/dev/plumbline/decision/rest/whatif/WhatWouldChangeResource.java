package dev.plumbline.decision.rest.whatif;

import dev.plumbline.decision.app.whatif.FindChanges;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would change the current decision on an application. */
@Path("/v1/applications/{id}/decision/what-would-change")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class WhatWouldChangeResource {
    private final FindChanges findChanges;
    private final Caller caller;

    WhatWouldChangeResource(FindChanges findChanges, Caller caller) {
        this.findChanges = findChanges;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The smallest changes of evidence that alter the recommendation",
            description = "Of each piece of evidence, given or still to come, the exact smallest step that leads to"
                    + " each other recommendation; where no single one does, of each two the exact smallest pair. And how"
                    + " easily the recommendation flips: any rating moved by one, any rater left out. Its ETag is the"
                    + " decision's number. It speaks of the evidence in the explanation only.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WhatWouldChangeResponse.class)))
    public Response whatWouldChange(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) @QueryParam("limit") @Nullable String limit) {
        int most = Paging.limit(limit);
        FindChanges.Found found = findChanges.find(id, caller.id());
        return Response.ok(WhatWouldChangeResponse.of(found, most))
                .header(HttpHeaders.ETAG, ETags.of(found.number()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
