package dev.plumbline.decision.domain;

/** Where one gate stands. */
public record GateOutcome(String gate, GateState state) {}
