package dev.plumbline.job.domain;

/** Where a job is in its life. */
public enum JobStatus {
    /** Never published: nobody can apply. */
    DRAFT,
    /** Published at least once: applications are taken. */
    OPEN,
    /** Takes no more applications and cannot change any more; those it has are decided as before. */
    CLOSED
}
