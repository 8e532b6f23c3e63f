package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.DecisionStream;
import dev.plumbline.decision.app.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.DecisionStream.Reader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The decision events as server-sent events (WHATWG HTML, 9.2). */
@Path("/v1/decision-events")
@Tag(name = "Decision events")
public class DecisionEventsResource {
    private final DecisionStream stream;
    /** A reader waits in its own thread, and there may be many: virtual ones, and never those that answer requests. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DecisionEventsResource(DecisionStream stream) {
        this.stream = stream;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
    @Operation(
            summary = "What is published on the decisions topic, as it comes",
            description = "Server-sent events: event is the CloudEvent's type, data its JSON, id the offset of every"
                    + " partition of the topic. Last-Event-ID goes on behind that event, on any instance; without it"
                    + " the stream begins now. Silence is broken by a comment.")
    public Multi<OutboundSseEvent> events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        Reader reader = stream.open(lastEventId);
        Multi<OutboundSseEvent> following = Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(reader::next).runSubscriptionOn(threads))
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(events ->
                        Multi.createFrom().items(events.isEmpty() ? Stream.of(sign(reader, sse)) : sent(events, sse)));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(() -> sign(reader, sse)), following)
                .onTermination()
                .invoke(() -> threads.execute(reader::close));
    }

    /** A sign of life with the position and no event: who is cut off now knows where to go on. */
    private static OutboundSseEvent sign(Reader reader, Sse sse) {
        return sse.newEventBuilder().id(reader.position()).comment("here").build();
    }

    private static Stream<OutboundSseEvent> sent(List<PublishedEvent> events, Sse sse) {
        return events.stream()
                .map(event -> sse.newEventBuilder()
                        .id(event.position())
                        .name(event.type())
                        .data(event.data())
                        .build());
    }
}
