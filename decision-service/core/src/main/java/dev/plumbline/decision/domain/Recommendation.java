package dev.plumbline.decision.domain;

/** What the evidence recommends; only a person's verdict hires or rejects. */
public enum Recommendation {
    ADVANCE,
    DISCUSS,
    REJECT,
    PENDING
}
