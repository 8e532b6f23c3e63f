package dev.plumbline.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of section 7 of the decision semantics.
 *
 * @param band null while there is none yet
 * @param total null where all criteria are waived
 * @param gates in the rubric's order
 * @param nodes every node by its id
 */
@Schema(name = "Outcome")
public record OutcomeResponse(
        String recommendation,
        @Nullable String band,
        boolean complete,
        @Nullable Range total,
        List<GateStanding> gates,
        Map<String, NodeStanding> nodes) {

    /** What a score can still become, in percent, floored to two decimals. */
    @Schema(name = "Range")
    public record Range(String low, String high) {}

    /** Where a gate stands. */
    @Schema(name = "GateStanding")
    public record GateStanding(String gate, String state) {}

    /** Where a node stands: its range and whether all its evidence is in, or that it is waived. */
    @Schema(name = "NodeStanding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NodeStanding(
            @Nullable String low,
            @Nullable String high,
            @Nullable Boolean complete,
            @Nullable Boolean waived) {}
}
