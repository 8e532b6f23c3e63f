package dev.plumbline.decision.rest.stream;

import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.app.stream.FollowDecisions;
import dev.plumbline.decision.app.stream.StreamFilter;
import dev.plumbline.decision.app.stream.StreamSettings;
import dev.plumbline.decision.rest.QueryParameters;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.decision.rest.streaming.ClientOutputs;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The decision events as server-sent events (WHATWG HTML, 9.2). */
@Path("/v1/decision-events")
@Tag(name = "Decision events")
public class DecisionEventsResource {
    private final FollowDecisions followDecisions;
    private final EventStreams streams;
    private final ClientOutputs clients;
    private final StreamSettings settings;
    private final SecurityIdentity identity;

    DecisionEventsResource(
            FollowDecisions followDecisions,
            EventStreams streams,
            ClientOutputs clients,
            StreamSettings settings,
            SecurityIdentity identity) {
        this.followDecisions = followDecisions;
        this.streams = streams;
        this.clients = clients;
        this.settings = settings;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @RunOnVirtualThread
    @Operation(
            summary = "What is published on the decisions topic, as it comes",
            description = "Server-sent events: event is the CloudEvent's type, data its JSON, id the offset of every"
                    + " partition of the topic. Last-Event-ID goes on behind that event, on any instance, whatever the"
                    + " filters; without it the stream begins now, with 0 at the topic's beginning. Silence is broken by a"
                    + " comment with the position. The stream ends with the token; who does not keep up is cut off and"
                    + " goes on with Last-Event-ID. Events about applications that the caller is on a panel of and has not"
                    + " rated are left out. 410: events behind that id are gone, read the list anew.")
    @Parameter(
            name = "jobId",
            in = ParameterIn.QUERY,
            description = "Events about this job's applications",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "applicationId",
            in = ParameterIn.QUERY,
            description = "Events about this application",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "May come more than once: events of any of these types",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "Events, until either side ends",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Response events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context UriInfo uri,
            @Context HttpServerRequest request) {
        StreamFilter filter = filter(new QueryParameters(uri.getQueryParameters()));
        String position = lastEventId == null || lastEventId.isBlank() ? null : lastEventId.strip();
        Instant until = endOfToken();
        String person = identity.getPrincipal().getName();
        StreamingOutput body = out -> {
            try (Reader reader = followDecisions.open(position, filter, person)) {
                streams.pass(reader, clients.to(request, out, settings.patience()), until);
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Asks nginx not to hold events back.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static StreamFilter filter(QueryParameters parameters) {
        UUID job = parameters.id("jobId");
        UUID application = parameters.id("applicationId");
        List<String> types = parameters.all("type");
        if (!StreamFilter.TYPES.containsAll(types)) {
            parameters.fault("type", "must be one of " + String.join(", ", StreamFilter.TYPES));
        }
        parameters.requireNoFaults();
        return new StreamFilter(job, application, Set.copyOf(types));
    }

    private @Nullable Instant endOfToken() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : null;
    }
}
