package dev.plumbline.job.rest;

/** The roles of the public contract that may call this service, as the claim {@code groups} names them. */
final class Roles {
    static final String RECRUITER = "recruiter";
    static final String INTEGRATION = "integration";
    static final String HIRING_MANAGER = "hiring-manager";
    static final String AUDITOR = "auditor";

    private Roles() {}
}
