package dev.plumbline.decision.domain;

/** Where the total certainly lies. */
public enum Band {
    STRONG,
    DISCUSS,
    FAIL
}
