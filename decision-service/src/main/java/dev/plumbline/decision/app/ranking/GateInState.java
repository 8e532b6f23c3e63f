package dev.plumbline.decision.app.ranking;

import dev.plumbline.decision.domain.GateState;

/** That a gate of the rubric is in a state. */
public record GateInState(String gate, GateState state) {}
