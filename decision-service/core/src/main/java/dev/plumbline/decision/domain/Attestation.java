package dev.plumbline.decision.domain;

/** What one rater says about a gate's baseline. */
public record Attestation(String gate, String rater, boolean met) implements FactContent {

    /** @throws IllegalArgumentException if an id is blank */
    public Attestation {
        Ids.require(gate, "gate");
        Ids.require(rater, "rater");
    }

    @Override
    public FactIdentity.Attestation identity() {
        return new FactIdentity.Attestation(gate, rater);
    }
}
