package dev.plumbline.kit.app;

import dev.plumbline.kit.idempotency.Created;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.ETags;
import dev.plumbline.kit.rest.Page;
import dev.plumbline.kit.rest.Pages;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The calls of the small application. */
@Path("/v1/things")
@RolesAllowed("maker")
public class ThingResource {
    private final Things things;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Caller caller;

    ThingResource(Things things, Idempotency idempotency, Outbox outbox, Caller caller) {
        this.things = things;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** What a thing is made of. */
    public record NewThing(
            @NotBlank String id,
            @NotBlank String note,
            @Nullable BigDecimal size) {}

    /** For which things something was prepared. */
    static final Queue<String> PREPARED = new ConcurrentLinkedQueue<>();

    @POST
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, NewThing thing) {
        return idempotency.once(key, thing, () -> prepare(thing), isInTransaction -> {
            Gate.pass(thing.id());
            if (thing.note().equals("fail")) {
                throw new IllegalStateException("secret internals of " + things.getClass());
            }
            if (thing.note().equals("refuse")) {
                throw new ProblemException(new KitError.NotFound("part", "x"));
            }
            things.store(thing.id(), 1, thing.note());
            outbox.append(new OutboxEvent("things.v1", thing.id(), "thing.made", Map.of("id", thing.id())));
            return Created.at(
                    "/v1/things/" + thing.id(),
                    ETags.of(1),
                    Map.of("id", thing.id(), "by", caller.id(), "preparedInside", isInTransaction));
        });
    }

    private static boolean prepare(NewThing thing) {
        PREPARED.add(thing.id());
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @PUT
    @Path("{id}")
    public Map<String, String> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, NewThing thing) {
        ETags.require(ifMatch, 1);
        return Map.of("id", id);
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @Context UriInfo uri) {
        Paging.limit(limit);
        return Pages.response(new Page<>(List.of("a"), "after-a"), uri);
    }
}
