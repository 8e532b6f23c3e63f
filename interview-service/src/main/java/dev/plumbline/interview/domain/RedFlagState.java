package dev.plumbline.interview.domain;

/** Where a red flag stands (decision semantics, section 3). */
public enum RedFlagState {
    /** Said by one person, to be ruled on. */
    RAISED,
    /** Ruled to be so. */
    CONFIRMED,
    /** Ruled not to be so. */
    DISMISSED
}
