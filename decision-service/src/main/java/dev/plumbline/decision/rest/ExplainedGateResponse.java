package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.explanation.ExplainedGate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A gate, where it stands, and what it looks at.
 *
 * @param type MIN_SCORE, MIN_RIGHT, NO_RED_FLAGS, ATTESTATION or SCREENING
 * @param onFail REJECT or DISCUSS
 * @param sentences where it stands in plain words, one for each figure
 */
@Schema(name = "ExplainedGate")
public record ExplainedGateResponse(
        String gate,
        String type,
        String onFail,
        String state,
        List<String> sentences,
        List<GateFigureResponse> figures) {

    static ExplainedGateResponse of(ExplainedGate gate) {
        return new ExplainedGateResponse(
                gate.gate().id(),
                type(gate.gate()),
                gate.gate().onFail().name(),
                gate.state().name(),
                gate.sentences(),
                gate.figures().stream().map(GateFigureResponse::of).toList());
    }

    private static String type(Gate gate) {
        return switch (gate) {
            case Gate.MinScore _ -> "MIN_SCORE";
            case Gate.MinRight _ -> "MIN_RIGHT";
            case Gate.NoRedFlags _ -> "NO_RED_FLAGS";
            case Gate.Attestation _ -> "ATTESTATION";
            case Gate.Screening _ -> "SCREENING";
        };
    }
}
