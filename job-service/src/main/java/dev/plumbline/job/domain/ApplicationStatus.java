package dev.plumbline.job.domain;

/** Whether an application stands. */
public enum ApplicationStatus {
    /** It stands. */
    SUBMITTED,
    /** The candidate took it back; it can be reinstated. */
    WITHDRAWN
}
