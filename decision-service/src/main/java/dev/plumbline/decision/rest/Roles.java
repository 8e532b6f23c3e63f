package dev.plumbline.decision.rest;

/** The roles that may call this service (the public contract's conventions). */
final class Roles {
    /** Decides: reads decisions, gives waivers and verdicts. */
    static final String HIRING_MANAGER = "hiring-manager";
    /** Another system, such as an ATS: reads decisions. */
    static final String INTEGRATION = "integration";
    /** Reads all, changes nothing. */
    static final String AUDITOR = "auditor";

    private Roles() {}
}
