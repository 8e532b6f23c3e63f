package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.OpenInterview;
import dev.plumbline.interview.app.OpenInterview.Invitation;
import dev.plumbline.interview.calendar.InterviewCalendar;
import dev.plumbline.kit.rest.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An interview for a calendar. */
@Path("/v1/interviews/{id}.ics")
@Tag(name = "Interviews")
public class CalendarResource {
    private static final String CALENDAR = "text/calendar";

    private final OpenInterview openInterview;
    private final InterviewCalendar calendar;
    private final CallerRoles caller;

    CalendarResource(OpenInterview openInterview, InterviewCalendar calendar, CallerRoles caller) {
        this.openInterview = openInterview;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Produces(CALENDAR)
    @RolesAllowed({Roles.INTERVIEWER, Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "The interview for a calendar (RFC 5545, RFC 5546)",
            description =
                    "METHOD:REQUEST, with a higher SEQUENCE after each change, or METHOD:CANCEL. No personal data.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class)))
    public Response calendar(@PathParam("id") UUID id) {
        Invitation invitation = openInterview.invitation(id, caller.id(), caller.readsAll());
        String method = InterviewCalendar.method(invitation.interview());
        return Response.ok(calendar.write(invitation.interview(), invitation.jobTitle()))
                .type(CALENDAR + "; charset=utf-8; method=" + method + "; component=VEVENT")
                .header(HttpHeaders.ETAG, ETags.of(invitation.interview().version()))
                .build();
    }
}
