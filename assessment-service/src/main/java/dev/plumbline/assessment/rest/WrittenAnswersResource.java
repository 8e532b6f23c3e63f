package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.app.RateWrittenAnswer;
import dev.plumbline.assessment.app.ReadWrittenAnswers;
import dev.plumbline.assessment.app.WrittenAnswerTexts;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Blind rating of written answers. */
@Path("/v1/written-answers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ASSESSOR)
public class WrittenAnswersResource {

    private static final String WAITING = "waiting";
    private static final String RATED = "rated";

    private final ReadWrittenAnswers read;
    private final RateWrittenAnswer rate;
    private final Caller caller;

    WrittenAnswersResource(ReadWrittenAnswers read, RateWrittenAnswer rate, Caller caller) {
        this.read = read;
        this.rate = rate;
        this.caller = caller;
    }

    /** Those that wait for the caller's marks, or those that the caller has rated. In no order that tells anything. */
    @GET
    @APIResponseSchema(WrittenAnswerResponse.WrittenAnswerPage.class)
    public Response list(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {WAITING, RATED},
                                            defaultValue = WAITING))
                    @QueryParam("status")
                    @DefaultValue(WAITING)
                    String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        UUID after = Queries.id(cursor);
        List<WrittenAnswerTexts.Reading> found = switch (status) {
            case WAITING -> read.waitingFor(caller.id(), after, most + 1);
            case RATED -> read.ratedBy(caller.id(), after, most + 1);
            default ->
                throw new ProblemException(
                        new KitError.InvalidParameter("status", "must be " + WAITING + " or " + RATED));
        };
        return Pages.response(
                Page.of(found, most, it -> Cursor.encode(it.answer().id().toString()))
                        .map(it -> WrittenAnswerResponse.of(it, caller.id())),
                uri);
    }

    @GET
    @Path("/{id}")
    public WrittenAnswerResponse one(@PathParam("id") UUID id) {
        return WrittenAnswerResponse.of(read.one(id), caller.id());
    }

    /** The caller's own marks; the last ones count, also when they come after the score is complete. */
    @PUT
    @Path("/{id}/ratings/mine")
    public WrittenAnswerResponse rate(@PathParam("id") UUID id, RatingsRequest request) {
        return WrittenAnswerResponse.of(rate.rate(id, caller.id(), request.ratings()), caller.id());
    }
}
