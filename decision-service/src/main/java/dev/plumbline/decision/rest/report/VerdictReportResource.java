package dev.plumbline.decision.rest.report;

import dev.plumbline.decision.app.report.VerdictReport;
import dev.plumbline.decision.app.report.VerdictReport.Span;
import dev.plumbline.decision.app.report.VerdictsOfPerson;
import dev.plumbline.decision.rest.Accepted;
import dev.plumbline.decision.rest.Csv;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.decision.rest.Withheld;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Instants;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The report on verdicts, for auditors. */
@Path("/v1/reports/verdicts")
@Tag(name = "Reports")
public class VerdictReportResource {
    private static final MediaType CSV = MediaType.valueOf(Csv.TYPE);
    private static final List<MediaType> TYPES = List.of(MediaType.APPLICATION_JSON_TYPE, CSV);

    private final VerdictReport report;
    private final Caller caller;

    VerdictReportResource(VerdictReport report, Caller caller) {
        this.report = report;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "How each person's verdicts stand to the recommendations, and how long they looked",
            description =
                    "By person. from is included, to is not. Of several verdicts of a person on one decision the last one"
                            + " before to counts. Where few is true, shares say little about the person. Verdicts on"
                            + " applications that the caller is on a panel of and has not rated are not counted; withheld"
                            + " says how many. Accept: text/csv gives the whole report, a line for each person, and withheld"
                            + " in the header Plumbline-Withheld.")
    @APIResponse(
            responseCode = "200",
            description = "A page; or everything, as CSV (RFC 4180, with a header)",
            headers =
                    @Header(
                            name = Withheld.HEADER,
                            description = "Of CSV: how many verdicts are not counted because the caller owes their"
                                    + " applications a rating",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = VerdictReportPage.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response verdicts(
            @QueryParam("jobId") @Schema(format = "uuid") @Nullable String jobId,
            @QueryParam("from") @Schema(format = "date-time") @Nullable String from,
            @QueryParam("to") @Schema(format = "date-time") @Nullable String to,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, format = "int32") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Span span = span(jobId, from, to);
        return Accepted.best(headers.getAcceptableMediaTypes(), TYPES).equals(CSV)
                ? csv(span, limit, cursor)
                : page(span, limit, cursor, uri);
    }

    private Response csv(Span span, @Nullable String limit, @Nullable String cursor) {
        if (limit != null || cursor != null) {
            throw new ProblemException(
                    new KitError.InvalidParameter(limit != null ? "limit" : "cursor", "is for pages: CSV is whole"));
        }
        byte[] csv = VerdictReportCsv.of(report.byPerson(span, caller.id(), null, Integer.MAX_VALUE).stream()
                .map(VerdictsOfPersonResponse::of)
                .toList());
        return Response.ok(csv)
                .type(Csv.CONTENT_TYPE)
                .header(Withheld.HEADER, report.withheld(span, caller.id()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verdicts.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Response page(Span span, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        int most = Paging.limit(limit);
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        if (after != null && after.indexOf('\0') >= 0) {
            throw Cursor.invalid();
        }
        List<VerdictsOfPerson> found = report.byPerson(span, caller.id(), after, most + 1);
        Page<VerdictsOfPersonResponse> page =
                Page.of(found, most, one -> Cursor.encode(one.person())).map(VerdictsOfPersonResponse::of);
        return Response.fromResponse(Pages.response(page, uri))
                .entity(new VerdictReportPage(page.items(), page.next(), report.withheld(span, caller.id())))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Span span(@Nullable String jobId, @Nullable String from, @Nullable String to) {
        Span span = new Span(
                parsed("jobId", jobId, VerdictReportResource::uuid, "must be a UUID"),
                parsed("from", from, Instants::parse, Instants.EXPECTED),
                parsed("to", to, Instants::parse, Instants.EXPECTED));
        if (span.from() != null && span.to() != null && !span.from().isBefore(span.to())) {
            throw new ProblemException(new KitError.InvalidParameter("to", "must be after from"));
        }
        return span;
    }

    private static <T> @Nullable T parsed(
            String name, @Nullable String text, Function<String, T> parser, String otherwise) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(new KitError.InvalidParameter(name, otherwise));
        }
    }

    /** Java reads shorter ones, too. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }
}
