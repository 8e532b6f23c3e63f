package dev.plumbline.decision.domain;

/** What a red flag is about. */
public enum FlagCategory {
    CONFIDENTIALITY_BREACH,
    DISPARAGED_EMPLOYER,
    DISCRIMINATORY_REMARK,
    ETHICAL_LAPSE,
    OTHER
}
