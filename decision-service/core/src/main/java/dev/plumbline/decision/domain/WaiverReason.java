package dev.plumbline.decision.domain;

/** Why a node is taken out of an application's decision: a code, never free text. */
public enum WaiverReason {
    ACCOMMODATION,
    NOT_APPLICABLE,
    ASKED_ELSEWHERE
}
