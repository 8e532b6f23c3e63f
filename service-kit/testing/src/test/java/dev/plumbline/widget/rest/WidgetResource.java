package dev.plumbline.widget.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeSet;

/** Operations with each kind of access. */
@Path("/v1")
public class WidgetResource {
    private final SecurityIdentity identity;

    WidgetResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller as the application sees it. */
    @GET
    @Path("/me")
    @Authenticated
    public Map<String, Object> me() {
        return Map.of("id", identity.getPrincipal().getName(), "roles", new TreeSet<>(identity.getRoles()));
    }

    /** For two roles. */
    @PUT
    @Path("/widgets/{id}")
    @RolesAllowed({"recruiter", "hiring-manager"})
    public Map<String, String> put(String id, Map<String, String> widget) {
        return Map.of("id", id);
    }

    /** A stream that begins, and on which nothing happens. */
    @GET
    @Path("/events")
    @RolesAllowed("auditor")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> events() {
        Multi<String> nothing = Multi.createFrom().nothing();
        return Multi.createBy().concatenating().streams(Multi.createFrom().item("here"), nothing);
    }

    /** For all. */
    @POST
    @Path("/open")
    @PermitAll
    public Map<String, String> open() {
        return Map.of("open", "yes");
    }
}
