package dev.plumbline.decision.domain;

/** What a node of the tree came to. */
public sealed interface NodeScore {

    /** The node's id. */
    String node();

    /**
     * A node that counts.
     *
     * @param interval what its score can still become
     * @param complete whether all its evidence is in
     */
    record Scored(String node, Interval interval, boolean complete) implements NodeScore {}

    /** A node that is taken out, by a waiver on it, above it or on everything below it. */
    record Waived(String node) implements NodeScore {}
}
