package dev.plumbline.decision.domain;

import java.util.List;

/**
 * How the applications of a job are measured: one tree of criteria, gates beside it, and the bands of its total.
 * References between its parts are checked by {@link CompiledRubric}, which everything that decides goes through.
 */
public record Rubric(RatingScale ratingScale, Criterion.Inner criteria, List<Gate> gates, Bands bands) {

    /** The deepest tree; the root is depth 1. */
    public static final int MAX_DEPTH = 6;

    /** The largest tree. */
    public static final int MAX_NODES = 500;

    public static final int MAX_GATES = 100;

    /** @throws IllegalArgumentException if there are more than {@link #MAX_GATES} gates */
    public Rubric {
        gates = List.copyOf(gates);
        if (gates.size() > MAX_GATES) {
            throw new IllegalArgumentException("a rubric has at most " + MAX_GATES + " gates");
        }
    }
}
