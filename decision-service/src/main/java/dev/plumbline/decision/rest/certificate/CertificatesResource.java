package dev.plumbline.decision.rest.certificate;

import dev.plumbline.decision.app.OwnRatingsFirst;
import dev.plumbline.decision.app.certificate.IssueCertificate;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates of decisions. */
@Path("/v1/applications/{id}/decisions/{number}/certificate")
@Tag(name = "Certificates")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class CertificatesResource {
    private final IssueCertificate issueCertificate;
    private final OwnRatingsFirst ownRatingsFirst;
    private final Caller caller;

    CertificatesResource(IssueCertificate issueCertificate, OwnRatingsFirst ownRatingsFirst, Caller caller) {
        this.issueCertificate = issueCertificate;
        this.ownRatingsFirst = ownRatingsFirst;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "A signed certificate of a decision, to be kept and verified by anybody",
            description =
                    "All that this decision and those before it were made of, and what they came to, with ids only. It is"
                            + " verified byte by byte, so keep it as it comes. 503 where no signing key is configured, 409"
                            + " where the application is not known yet or the decision cannot be recomputed.")
    @APIResponse(
            responseCode = "200",
            description = "docs/certificates.md tells what is in it",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response certificate(@PathParam("id") UUID id, @PathParam("number") int number) {
        ownRatingsFirst.require(id, caller.id());
        // As a text, which is written as it stands.
        return Response.ok(new String(issueCertificate.of(id, number), StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
