package dev.plumbline.interview.domain;

/** Whether an interview takes place or took place, or was called off. */
public enum InterviewStatus {
    /** It stands; its panel owes ratings. */
    SCHEDULED,
    /** It was called off; what was rated in it stays, nothing more is owed for it. */
    CANCELLED
}
