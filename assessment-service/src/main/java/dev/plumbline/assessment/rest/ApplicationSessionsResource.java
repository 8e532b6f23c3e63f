package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.assessment.app.InviteCandidate;
import dev.plumbline.assessment.app.ListSessions;
import dev.plumbline.assessment.app.ManageSession;
import dev.plumbline.assessment.app.SessionSecrets;
import dev.plumbline.assessment.app.SessionSettings;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.idempotency.StoredAnswer;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sessions as those see them who invite candidates. */
@Path("/v1/applications/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION})
@APIResponse(responseCode = "409", description = "The application is not known here yet")
public class ApplicationSessionsResource {

    private final InviteCandidate invite;
    private final ListSessions list;
    private final ManageSession manage;
    private final SessionSecrets secrets;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final URI publicUrl;

    ApplicationSessionsResource(
            InviteCandidate invite,
            ListSessions list,
            ManageSession manage,
            SessionSecrets secrets,
            Idempotency idempotency,
            ObjectMapper json,
            SessionSettings settings) {
        this.invite = invite;
        this.list = list;
        this.manage = manage;
        this.secrets = secrets;
        this.idempotency = idempotency;
        this.json = json;
        this.publicUrl = settings.publicUrl();
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Invited; the secret is the candidate's bearer token for this one session",
            content = @Content(schema = @Schema(implementation = SessionResponse.class)))
    public Response invite(
            @PathParam("id") UUID applicationId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InvitationRequest request) {
        StoredAnswer stored = idempotency.onceStored(key, request, () -> {
            Session session = invite.invite(applicationId, request.invitation());
            return Created.at(location(session), null, SessionResponse.of(session, publicUrl));
        });
        return Response.fromResponse(idempotency.respond(stored, withFirstSecret(stored)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @APIResponseSchema(SessionResponse.SessionPage.class)
    public Response list(
            @PathParam("id") UUID applicationId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int most = Paging.limit(limit);
        UUID after = Queries.id(cursor);
        List<Session> found = list.list(applicationId).stream()
                .dropWhile(session -> after != null && session.id().toString().compareTo(after.toString()) <= 0)
                .limit(most + 1L)
                .toList();
        return Pages.response(
                Page.of(found, most, session -> Cursor.encode(session.id().toString()))
                        .map(session -> SessionResponse.of(session, publicUrl)),
                uri);
    }

    @GET
    @Path("/{session}")
    @RolesAllowed({Roles.RECRUITER, Roles.INTEGRATION, Roles.HIRING_MANAGER, Roles.AUDITOR})
    @APIResponseSchema(SessionResponse.class)
    public SessionResponse one(@PathParam("id") UUID applicationId, @PathParam("session") UUID session) {
        return SessionResponse.of(list.one(applicationId, session), publicUrl);
    }

    @POST
    @Path("/{session}/extend")
    @APIResponseSchema(SessionResponse.class)
    public Response extend(
            @PathParam("id") UUID applicationId,
            @PathParam("session") UUID session,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            ExtensionRequest request) {
        return idempotency.once(key, request, () -> {
            Session extended = manage.extend(applicationId, session, Duration.ofMinutes(request.minutes()));
            return new Created(200, null, null, SessionResponse.of(extended, publicUrl));
        });
    }

    @POST
    @Path("/{session}/cancel")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(SessionResponse.class)
    public SessionResponse cancel(@PathParam("id") UUID applicationId, @PathParam("session") UUID session) {
        return SessionResponse.of(manage.cancel(applicationId, session), publicUrl);
    }

    @POST
    @Path("/{session}/replace-secret")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = SessionResponse.class, responseDescription = "With the new secret; the old one is void")
    public Response replaceSecret(@PathParam("id") UUID applicationId, @PathParam("session") UUID session) {
        Session changed = manage.replaceSecret(applicationId, session);
        String secret = secrets.secretOf(changed.id(), changed.generation());
        return Response.ok(SessionResponse.of(changed, publicUrl, secret))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The first secret of the session, also when the answer is a repeated one. */
    private ObjectNode withFirstSecret(StoredAnswer stored) {
        try {
            ObjectNode body = (ObjectNode) json.readTree(stored.body());
            UUID session = UUID.fromString(body.get("id").textValue());
            return body.put("secret", secrets.secretOf(session, 1));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer that is no JSON", e);
        }
    }

    private static String location(Session session) {
        return "/v1/applications/" + session.applicationId() + "/sessions/" + session.id();
    }
}
