package dev.plumbline.decision.rest.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.whatif.SimulateRubric;
import dev.plumbline.decision.app.whatif.SimulationResult;
import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.rest.Paging;
import dev.plumbline.kit.security.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What a draft rubric would make of all applications of a job. */
@Path("/v1/jobs/{id}/simulations")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
public class SimulationsResource {
    private static final String LINES = "application/x-ndjson";

    private final SimulateRubric simulateRubric;
    private final Caller caller;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SimulationsResource(SimulateRubric simulateRubric, Caller caller) {
        this.simulateRubric = simulateRubric;
        this.caller = caller;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    @POST
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.RECRUITER, Roles.AUDITOR})
    @Operation(
            summary = "Decide all applications of the job under a draft rubric",
            description = "Nothing is stored. Each application's current decision, under its own rubric version, is"
                    + " compared with what the draft would make of the same evidence. With Accept:"
                    + " application/x-ndjson the answer comes in lines: progress, each application that moves, and the"
                    + " result last. A recruiter sees numbers, but no decision on an application. Applications that the"
                    + " caller is on a panel of and has not rated are left out; withheld says how many. 429 where too many"
                    + " simulations run. It ends when the client goes away.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SimulationRequest.class)))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SimulationLine.Result.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = SimulationLine.class))
            })
    public Uni<SimulationLine.Result> simulate(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) @QueryParam("limit") @Nullable String limit,
            JsonNode body) {
        int most = Paging.limit(limit);
        boolean withApplications = maySeeDecisions();
        SimulateRubric.Run run = simulateRubric.prepare(id, SimulationRequest.read(body), caller.id());
        AtomicBoolean isWaiting = new AtomicBoolean(true);
        return Uni.createFrom()
                .item(() -> SimulationResults.of(
                        run.start(new Quiet(isWaiting), most).orElseThrow(), withApplications))
                .runSubscriptionOn(threads)
                .onCancellation()
                .invoke(() -> isWaiting.set(false));
    }

    @POST
    @Blocking
    @Produces(LINES)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HIRING_MANAGER, Roles.RECRUITER, Roles.AUDITOR})
    @Operation(hidden = true)
    public Multi<SimulationLine> stream(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) @QueryParam("limit") @Nullable String limit,
            JsonNode body) {
        int most = Paging.limit(limit);
        SimulationStream stream = new SimulationStream(maySeeDecisions());
        return stream.lines(simulateRubric.prepare(id, SimulationRequest.read(body), caller.id()), most, threads);
    }

    private boolean maySeeDecisions() {
        return caller.has(Roles.HIRING_MANAGER) || caller.has(Roles.AUDITOR);
    }

    /** Waits for the result alone. */
    private record Quiet(AtomicBoolean waiting) implements SimulateRubric.Listener {
        @Override
        public boolean isWaiting() {
            return waiting.get();
        }

        @Override
        public void progress(long done, long of) {}

        @Override
        public void moved(SimulationResult.Moved moved) {}
    }
}
