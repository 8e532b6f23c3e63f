package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.RateQuestion;
import dev.plumbline.interview.app.SubmitForm;
import dev.plumbline.interview.rest.OwnFormResponse.OwnRatingResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own form of an interview. */
@Path("/v1/interviews/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings")
public class RatingsResource {
    private final RateQuestion rateQuestion;
    private final SubmitForm submitForm;
    private final CallerRoles caller;

    RatingsResource(RateQuestion rateQuestion, SubmitForm submitForm, CallerRoles caller) {
        this.rateQuestion = rateQuestion;
        this.submitForm = submitForm;
        this.caller = caller;
    }

    @PUT
    @Path("/ratings/{question}")
    @RolesAllowed(Roles.INTERVIEWER)
    @Operation(
            summary = "Give or change the caller's own rating of a question",
            description =
                    "A draft that nobody else sees until the form is handed in; after that a change needs a reason"
                            + " and is published. One rating for each question of an application, whichever interview asks it.")
    public OwnRatingResponse rate(
            @PathParam("id") UUID id, @PathParam("question") String question, RatingRequest request) {
        return OwnRatingResponse.of(rateQuestion.rate(id, question, caller.id(), request.toMark(), request.reason()));
    }

    @POST
    @Path("/submit")
    @RolesAllowed(Roles.INTERVIEWER)
    @Operation(
            summary = "Hand the caller's own form in",
            description = "Publishes its ratings. 409 with every question not yet answered; again is no harm.")
    public OwnFormResponse submit(@PathParam("id") UUID id) {
        return OwnFormResponse.of(submitForm.submit(id, caller.id()));
    }
}
