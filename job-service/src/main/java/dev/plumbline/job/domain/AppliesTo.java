package dev.plumbline.job.domain;

/** Whom a published version measures (decision semantics, section 8). */
public enum AppliesTo {
    /** Those who apply from now on. */
    NEW_APPLICATIONS,
    /** Those, and all who applied before and have not withdrawn. */
    ALL_OPEN_APPLICATIONS
}
