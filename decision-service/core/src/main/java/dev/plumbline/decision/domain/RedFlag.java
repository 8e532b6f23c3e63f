package dev.plumbline.decision.domain;

/** A red flag as it stands. */
public record RedFlag(String id, FlagCategory category, FlagState state) implements FactContent {

    /** @throws IllegalArgumentException if the id is blank */
    public RedFlag {
        Ids.require(id, "red flag");
    }

    @Override
    public FactIdentity.RedFlag identity() {
        return new FactIdentity.RedFlag(id);
    }
}
