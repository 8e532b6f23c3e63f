package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.app.ReadAssessment;
import dev.plumbline.assessment.app.SessionSettings;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.Cache;

/** The scores of an application, for those who may see them. */
@Path("/v1/applications/{id}/assessment")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class AssessmentResource {

    private final ReadAssessment read;
    private final Caller caller;
    private final URI publicUrl;

    AssessmentResource(ReadAssessment read, Caller caller, SessionSettings settings) {
        this.read = read;
        this.caller = caller;
        this.publicUrl = settings.publicUrl();
    }

    /**
     * Item by item. Keyed items' answers are shown to recruiters only, texts to hiring managers too. An assessor, whatever
     * other roles they have, sees scores once none of the application's written answers waits for their marks.
     */
    @GET
    @Cache(noStore = true)
    @RolesAllowed({Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR, Roles.ASSESSOR})
    @APIResponseSchema(AssessmentResponse.class)
    public AssessmentResponse read(@PathParam("id") UUID applicationId) {
        // First what the caller still has to judge, whatever else the caller may read.
        ReadAssessment.Assessment assessment =
                caller.has(Roles.ASSESSOR) ? read.readAsRater(applicationId, caller.id()) : read.read(applicationId);
        return AssessmentResponse.of(assessment, shown(), publicUrl);
    }

    private AssessmentResponse.Answers shown() {
        if (caller.has(Roles.RECRUITER)) {
            return AssessmentResponse.Answers.ALL;
        }
        return caller.has(Roles.HIRING_MANAGER) ? AssessmentResponse.Answers.WRITTEN : AssessmentResponse.Answers.NONE;
    }
}
