package dev.plumbline.decision.rest;

/** The roles that may call this service (the public contract's conventions). */
public final class Roles {
    /** Decides: reads decisions, gives waivers and verdicts. */
    public static final String HIRING_MANAGER = "hiring-manager";
    /** Another system, such as an ATS: reads decisions. */
    public static final String INTEGRATION = "integration";
    /** Owns jobs and their rubrics: sees what a draft would do to all applications, no decision on one. */
    public static final String RECRUITER = "recruiter";
    /** Reads all, changes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
