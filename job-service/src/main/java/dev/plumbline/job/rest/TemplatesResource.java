package dev.plumbline.job.rest;

import dev.plumbline.job.app.Templates;
import dev.plumbline.job.domain.Template;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The templates that ship. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
@Authenticated
public class TemplatesResource {
    private final Templates templates;

    TemplatesResource(Templates templates) {
        this.templates = templates;
    }

    /** A template in a list. */
    record TemplateSummary(String id, String title, String function) {}

    /** What a list of templates answers with. */
    record TemplatePage(
            List<TemplateSummary> items, @Nullable String next) {}

    @GET
    @Operation(summary = "Lists the job templates")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = TemplatePage.class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        List<TemplateSummary> found = templates.all().stream()
                .filter(template -> template.id().compareTo(after) > 0)
                .map(template -> new TemplateSummary(
                        template.id(),
                        template.profile().title(),
                        template.profile().description().function()))
                .toList();
        return Pages.response(Page.of(found, Paging.limit(limit), summary -> Cursor.encode(summary.id())), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Gives a job template, whole")
    public TemplateResponse get(@PathParam("id") String id) {
        Template template =
                templates.find(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("template", id)));
        return TemplateResponse.of(template);
    }
}
