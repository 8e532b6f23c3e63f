package dev.plumbline.kit.operations;

import dev.plumbline.kit.outbox.Republication;
import dev.plumbline.kit.outbox.Republications;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Topics of this service that were lost, written again from what it has kept. */
@Path(RepublicationsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OperationsRoles.OPERATOR, OperationsRoles.AUDITOR})
@Tag(name = "Operations")
public class RepublicationsResource {
    static final String PATH = "/v1/operations/republications";

    private final Republications republications;

    RepublicationsResource(Republications republications) {
        this.republications = republications;
    }

    /** Which topic. */
    public record RepublicationRequest(@NotBlank String topic) {}

    @POST
    @RolesAllowed(OperationsRoles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish everything on a topic once more",
            description =
                    "Every event that this service has published to the topic, with the same ids and bytes, those of"
                            + " each key in the same order: for a topic that was deleted. It is created where it is"
                            + " missing. One that is being published again already is not begun anew.")
    @APIResponse(
            responseCode = "202",
            description = "begun",
            content = @Content(schema = @Schema(implementation = Republication.class)))
    public Response request(RepublicationRequest request) {
        Republication requested = republications.request(request.topic());
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, PATH + "/" + requested.id())
                .entity(requested)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far it is")
    public Republication find(@PathParam("id") UUID id) {
        return republications.find(id);
    }
}
