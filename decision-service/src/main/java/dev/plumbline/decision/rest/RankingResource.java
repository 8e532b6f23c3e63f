package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ListDecisions;
import dev.plumbline.decision.app.ListDecisions.Listed;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The current decisions of a job's applications, as they rank. */
@Path("/v1/jobs/{id}/decisions")
@Tag(name = "Decisions")
public class RankingResource {
    private final ListDecisions listDecisions;

    RankingResource(ListDecisions listDecisions) {
        this.listDecisions = listDecisions;
    }

    @GET
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The job's current decisions, ranked",
            description = "By the lowest the total can still become, then by the highest, on exact values, then by the"
                    + " application's id. Withdrawn applications are left out.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RankingPage.class)))
    public Response ranked(
            @PathParam("id") UUID id,
            @QueryParam("recommendation") @Parameter(schema = @Schema(implementation = Recommendation.class)) @Nullable String recommendation,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        List<Listed> found = listDecisions.ofJob(
                id,
                recommendation == null ? null : wanted(recommendation),
                cursor == null ? null : Cursors.place(cursor),
                most + 1);
        return Pages.response(Page.of(found, most, Cursors::after).map(RankedDecisionResponse::of), uri);
    }

    private static Recommendation wanted(String name) {
        return Arrays.stream(Recommendation.values())
                .filter(recommendation -> recommendation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new KitError.InvalidParameter(
                        "recommendation",
                        "must be one of "
                                + Arrays.stream(Recommendation.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
