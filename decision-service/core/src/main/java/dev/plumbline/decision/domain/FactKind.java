package dev.plumbline.decision.domain;

/** The kinds of facts; the names are stable and may be stored. */
public enum FactKind {
    LIFECYCLE,
    SCREENING,
    SECTION,
    PANEL,
    RATING,
    RED_FLAG,
    ATTESTATION,
    WAIVER
}
