package dev.plumbline.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Decide;
import dev.plumbline.decision.json.DecisionJson;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decides a rubric and evidence that come with the request. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
public class EvaluationsResource {

    @POST
    @Authenticated
    @Operation(
            summary = "Decide a rubric and evidence",
            description =
                    "Pure: nothing is stored, and the same body has the same answer for ever. A body with faults is"
                            + " answered with a 422 that names every one of them.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EvaluationRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutcomeResponse.class)))
    public JsonNode evaluate(JsonNode body) {
        return switch (EvaluationReader.read(body)) {
            case Reading.Valid<Evaluation>(Evaluation evaluation) ->
                DecisionJson.toJson(Decide.decide(evaluation.rubric(), evaluation.evidence()));
            case Reading.Invalid<Evaluation> invalid ->
                throw new ProblemException(new KitError.InvalidContent(invalid.faults().stream()
                        .map(fault -> new Fault(fault.pointer(), fault.message()))
                        .toList()));
        };
    }
}
