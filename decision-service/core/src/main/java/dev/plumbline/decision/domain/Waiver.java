package dev.plumbline.decision.domain;

/** Takes a node, and all below it, out of an application's decision. */
public record Waiver(String node, WaiverReason reason) implements FactContent {

    /** @throws IllegalArgumentException if the node is blank */
    public Waiver {
        Ids.require(node, "node");
    }

    @Override
    public FactIdentity.Waiver identity() {
        return new FactIdentity.Waiver(node);
    }
}
