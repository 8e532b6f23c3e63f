package dev.plumbline.decision.rest;

/** The roles that may call this service (the public contract's conventions). */
public final class Roles {
    /** Decides: reads decisions, gives waivers and verdicts. */
    public static final String HIRING_MANAGER = "hiring-manager";
    /** Another system, such as an ATS: reads decisions, has webhooks. */
    public static final String INTEGRATION = "integration";
    /** Reads all, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Looks after the installation. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
