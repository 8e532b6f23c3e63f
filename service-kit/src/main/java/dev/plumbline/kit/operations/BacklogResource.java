package dev.plumbline.kit.operations;

import dev.plumbline.kit.metrics.ConsumerLag;
import dev.plumbline.kit.outbox.OutboxBacklog;
import dev.plumbline.kit.topics.KafkaProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits on either side of this service: records that it has not taken, rows that it has not published. */
@Path("/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RolesAllowed({OperationsRoles.OPERATOR, OperationsRoles.AUDITOR})
public class BacklogResource {
    private final ConsumerLag lag;
    private final OutboxBacklog outbox;

    BacklogResource(ConsumerLag lag, OutboxBacklog outbox) {
        this.lag = lag;
        this.outbox = outbox;
    }

    /**
     * What the list of consumers answers with.
     *
     * @param missingTopics topics that a group reads and that are not there
     */
    record ConsumerLagList(List<ConsumerLagResponse> items, List<String> missingTopics) {}

    @GET
    @Path("/consumers")
    @Operation(summary = "Tells how far each consumer group of this service is behind on each partition of its topics")
    @APIResponse(
            responseCode = "200",
            description = "all of them, as the broker knows it at this moment",
            content = @Content(schema = @Schema(implementation = ConsumerLagList.class)))
    public Response consumers() throws InterruptedException {
        try {
            ConsumerLag.Reading reading = lag.read();
            return Response.ok(new ConsumerLagList(
                            ConsumerLagResponse.of(reading.places()), List.copyOf(reading.missing())))
                    .build();
        } catch (KafkaException e) {
            throw KafkaProblems.of(e);
        }
    }

    @GET
    @Path("/outbox")
    @Operation(summary = "Tells what waits to be published, and for how long")
    @APIResponse(
            responseCode = "200",
            description = "what waits at this moment",
            content = @Content(schema = @Schema(implementation = OutboxResponse.class)))
    public Response outbox() {
        return Response.ok(OutboxResponse.of(outbox.byTopic())).build();
    }
}
