package dev.plumbline.interview.domain;

/** What a red flag is about (decision semantics, section 3). */
public enum RedFlagCategory {
    /** Gave away what was told in confidence, such as a patient's data. */
    CONFIDENTIALITY_BREACH,
    /** Spoke of a former employer with contempt. */
    DISPARAGED_EMPLOYER,
    /** Disparaged people for what they are. */
    DISCRIMINATORY_REMARK,
    /** Told of, or offered, something plainly dishonest. */
    ETHICAL_LAPSE,
    /** Anything else that should end an application. */
    OTHER
}
