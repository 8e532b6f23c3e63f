package dev.plumbline.decision.domain;

/** Where a red flag stands. */
public enum FlagState {
    /** By one person. */
    RAISED,
    /** By a hiring manager who did not raise it. */
    CONFIRMED,
    /** By a hiring manager who did not raise it. */
    DISMISSED
}
