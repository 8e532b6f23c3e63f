package dev.plumbline.assessment.rest;

/** The roles that bearer tokens carry. A candidate has none of them, only the secret of one session. */
final class Roles {

    static final String RECRUITER = "recruiter";
    static final String ASSESSOR = "assessor";
    static final String INTERVIEWER = "interviewer";
    static final String HIRING_MANAGER = "hiring-manager";
    static final String INTEGRATION = "integration";
    static final String AUDITOR = "auditor";

    private Roles() {}
}
