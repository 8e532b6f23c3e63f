package dev.plumbline.interview.rest;

/** The roles that may call this service (the public contract's conventions). */
final class Roles {
    /** Sets interviews up. */
    static final String RECRUITER = "recruiter";
    /** Rates written answers; may raise red flags and attest on what was written. */
    static final String ASSESSOR = "assessor";
    /** Has interviews of their own, and rates in them. */
    static final String INTERVIEWER = "interviewer";
    /** Decides; rules on red flags. */
    static final String HIRING_MANAGER = "hiring-manager";
    /** Reads all, changes nothing. */
    static final String AUDITOR = "auditor";

    private Roles() {}
}
