package dev.plumbline.decision.domain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gate whose nodes are indexes into the {@link CompiledRubric} and whose thresholds are percentages. */
sealed interface CompiledGate {

    Gate gate();

    /** @param isStrict whether the score must be more than the threshold, not only reach it */
    @SuppressWarnings("ArrayRecordComponent")
    record MinScore(Gate.MinScore gate, int[] nodes, Rational threshold, boolean isStrict) implements CompiledGate {

        boolean isReachedBy(Rational score) {
            return isStrict ? score.isMoreThan(threshold) : score.isAtLeast(threshold);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record MinRight(Gate.MinRight gate, int[] leaves, Rational atLeast) implements CompiledGate {}

    /** How many nodes, sections or answers it looks at. */
    default long work() {
        return switch (this) {
            case MinScore score -> score.nodes().length;
            case MinRight right -> right.leaves().length;
            case Screening screening -> screening.gate().criteria().size();
            case NoRedFlags _, Attestation _ -> 1;
        };
    }

    record NoRedFlags(Gate.NoRedFlags gate) implements CompiledGate {}

    record Attestation(Gate.Attestation gate) implements CompiledGate {}

    record Screening(Gate.Screening gate) implements CompiledGate {}

    /** @throws IllegalArgumentException if the gate names what the rubric does not have */
    static CompiledGate of(Gate gate, CompiledRubric rubric) {
        return switch (gate) {
            case Gate.MinScore score -> minScore(score, rubric);
            case Gate.MinRight right ->
                new MinRight(
                        right,
                        resolved(right.sections().stream()
                                .map(rubric::leafOfSection)
                                .toList()),
                        right.atLeast().toRational());
            case Gate.NoRedFlags flags -> new NoRedFlags(flags);
            case Gate.Attestation attestation -> new Attestation(attestation);
            case Gate.Screening screening -> new Screening(screening);
        };
    }

    private static MinScore minScore(Gate.MinScore gate, CompiledRubric rubric) {
        int[] nodes = resolved(gate.nodes().stream().map(rubric::indexOf).toList());
        return switch (gate.threshold()) {
            case Threshold.AtLeast atLeast ->
                new MinScore(gate, nodes, atLeast.percent().toRational(), false);
            case Threshold.MoreThan moreThan ->
                new MinScore(gate, nodes, moreThan.percent().toRational(), true);
            case Threshold.AtLeastRating rated -> {
                RatingScale scale = rubric.rubric().ratingScale();
                if (!scale.contains(rated.rating()) || !Arrays.stream(nodes).allMatch(rubric::isRated)) {
                    throw new IllegalArgumentException("a rating is asked for within the scale, of rated nodes only");
                }
                yield new MinScore(gate, nodes, scale.toPercent(rated.rating().toRational()), false);
            }
        };
    }

    private static int[] resolved(List<? extends @Nullable Integer> indexes) {
        return indexes.stream()
                .mapToInt(index -> {
                    if (index == null) {
                        throw new IllegalArgumentException("a gate names what the rubric does not have");
                    }
                    return index;
                })
                .toArray();
    }
}
