package dev.plumbline.decision.domain;

/** Where a gate stands. */
public enum GateState {
    PASSED,
    FAILED,
    PENDING,
    WAIVED
}
