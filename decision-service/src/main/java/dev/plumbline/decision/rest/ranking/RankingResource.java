package dev.plumbline.decision.rest.ranking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.app.ranking.ListedDecision;
import dev.plumbline.decision.app.ranking.ReadRanking;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.rest.Csv;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.decision.rest.Withheld;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.security.Caller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The current decisions of a job's applications, as they rank: by pages, or whole in a format that tools read. */
@Path("/v1/jobs/{id}/decisions")
@Tag(name = "Decisions")
public class RankingResource {
    private final ReadRanking readRanking;
    private final ExportResponses exports;
    private final Caller caller;
    private final ObjectWriter json;

    RankingResource(ReadRanking readRanking, ExportResponses exports, Caller caller, ObjectMapper mapper) {
        this.readRanking = readRanking;
        this.exports = exports;
        this.caller = caller;
        this.json = mapper.writerFor(RankedDecisionResponse.class);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE, RankingType.JSON_LINES_TYPE})
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "The job's current decisions, ranked",
            description = "By the lowest the total can still become, then by the highest, on exact values, then by the"
                    + " application's id. Withdrawn applications are left out. Filters combine; of recommendation and band"
                    + " any, of gate each has to be met. A cursor names an exact total and an application, and goes with"
                    + " the filters of its list: what does not move while you page is seen once; what moves across the"
                    + " cursor may be seen twice or not at all. Accept: text/csv or application/x-ndjson gives the whole"
                    + " list as it stands at one moment, with ranks. Applications that the caller is on a panel of and"
                    + " has not rated are left out, and count for no rank: withheld says how many they are, for an"
                    + " export the header Plumbline-Withheld, whatever the filters.")
    @Parameter(
            name = "recommendation",
            in = ParameterIn.QUERY,
            description = "May come more than once: any of them",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Recommendation.class))
    @Parameter(
            name = "band",
            in = ParameterIn.QUERY,
            description = "May come more than once: any of them; NONE: no band yet",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            enumeration = {"STRONG", "DISCUSS", "FAIL", "NONE"}))
    @Parameter(
            name = "gate",
            in = ParameterIn.QUERY,
            description = "A gate's id, a colon, and PASSED, FAILED, PENDING or WAIVED; may come more than once: each",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "open",
            in = ParameterIn.QUERY,
            description = "true: with open evidence, which is not complete or has a gate pending; false: without",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Of a page; not for exports",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before; not for exports",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page; or everything, as CSV (RFC 4180, with a header) or a JSON object on each line",
            headers =
                    @Header(
                            name = Withheld.HEADER,
                            description =
                                    "Of an export: how many applications are left out because the caller owes them"
                                            + " a rating",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RankingPage.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = RankingType.JSON_LINES_TYPE,
                        schema = @Schema(implementation = RankedDecisionResponse.class))
            })
    public Response ranked(
            @PathParam("id") UUID id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        JobGates gates = readRanking.gates(id);
        return switch (RankingType.of(headers.getAcceptableMediaTypes())) {
            case PAGE -> page(id, gates, uri);
            case CSV ->
                export(RankingQuery.whole(id, caller.id(), gates, uri.getQueryParameters()), new CsvFormat(), request);
            case JSON_LINES ->
                export(
                        RankingQuery.whole(id, caller.id(), gates, uri.getQueryParameters()),
                        new JsonLinesFormat(json),
                        request);
        };
    }

    private Response export(RankingQuery query, ExportFormat format, HttpServerRequest request) {
        return exports.of(query, readRanking.withheld(query.job(), query.reader()), format, request);
    }

    private Response page(UUID id, JobGates gates, UriInfo uri) {
        RankingQuery query = RankingQuery.page(id, caller.id(), gates, uri.getQueryParameters());
        List<ListedDecision> found =
                readRanking.page(id, query.filter(), query.reader(), query.after(), query.limit() + 1);
        Page<RankedDecisionResponse> page = Page.of(found, query.limit(), query::cursorAfter)
                .map(listed -> RankedDecisionResponse.of(null, listed.decision(), gates));
        return Response.fromResponse(Pages.response(page, uri))
                .entity(new RankingPage(page.items(), page.next(), readRanking.withheld(id, query.reader())))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
