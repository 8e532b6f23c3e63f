package dev.plumbline.decision.rest.certificate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.app.certificate.DecisionKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys that certificates are verified with. */
@Path("/.well-known/decision-keys")
@Tag(name = "Certificates")
public class DecisionKeysResource {
    private static final String JWK_SET = "application/jwk-set+json";

    private final String keys;

    DecisionKeysResource(DecisionKeys keys) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode list = set.putArray("keys");
        keys.published().forEach(key -> list.add(key.toJwk()));
        this.keys = set.toString();
    }

    @GET
    @Produces(JWK_SET)
    @PermitAll
    @Operation(
            summary = "The public keys that certificates are verified with",
            description = "A JSON web key set (RFC 7517, RFC 8037): the key that signs now first, then those that did"
                    + " before. A key's kid is its thumbprint (RFC 7638).")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JWK_SET, schema = @Schema(type = SchemaType.OBJECT)))
    public Response keys() {
        return Response.ok(keys)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
