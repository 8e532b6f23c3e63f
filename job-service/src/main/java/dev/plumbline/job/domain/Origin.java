package dev.plumbline.job.domain;

/** Where a sentence of a job comes from, so that nobody mistakes a reading for the source. */
public enum Origin {
    /** The source text says it. */
    SOURCE,
    /** The authors of the template added it. */
    AUTHORED,
    /** The recruiter of this job wrote it. */
    TAILORED
}
