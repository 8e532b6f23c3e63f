package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.AttestBaseline;
import dev.plumbline.interview.app.ReadAttestations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people say of an application's baselines. */
@Path("/v1/applications/{id}/attestations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attestations")
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class AttestationsResource {
    private final AttestBaseline attestBaseline;
    private final ReadAttestations readAttestations;
    private final CallerRoles caller;

    AttestationsResource(AttestBaseline attestBaseline, ReadAttestations readAttestations, CallerRoles caller) {
        this.attestBaseline = attestBaseline;
        this.readAttestations = readAttestations;
        this.caller = caller;
    }

    @PUT
    @Path("/{gate}")
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR})
    @Operation(
            summary = "Give the caller's own word on a baseline",
            description = "From an interviewer of a panel of the application, or an assessor; the last word counts.")
    @APIResponseSchema(AttestationResponse.class)
    public AttestationResponse attest(
            @PathParam("id") UUID id, @PathParam("gate") String gate, AttestationRequest request) {
        return AttestationResponse.of(
                id, attestBaseline.attest(id, gate, caller.witness(), request.met(), request.note()));
    }

    @DELETE
    @Path("/{gate}")
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR})
    @Operation(
            summary = "Take the caller's own word on a baseline back",
            description = "It counts no more, and can be given again. Where there is none, nothing happens.")
    @APIResponse(responseCode = "204", description = "It counts no more")
    public void takeBack(@PathParam("id") UUID id, @PathParam("gate") String gate) {
        attestBaseline.takeBack(id, gate, caller.id());
    }

    @GET
    @RolesAllowed({Roles.INTERVIEWER, Roles.ASSESSOR, Roles.RECRUITER, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "The attestations that the caller may see",
            description =
                    "Others' stay unseen while the caller owes a form of the application, or on a panel their own.")
    @APIResponseSchema(AttestationList.class)
    public AttestationList list(@PathParam("id") UUID id) {
        return new AttestationList(
                readAttestations.visible(id, caller.id(), caller.readsAll()).stream()
                        .map(attestation -> AttestationResponse.of(id, attestation))
                        .toList(),
                null);
    }
}
