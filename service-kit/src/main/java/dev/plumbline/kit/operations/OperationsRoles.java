package dev.plumbline.kit.operations;

/** Who may call what is served under {@code /v1/operations}. */
final class OperationsRoles {
    /** Looks after the installation. */
    static final String OPERATOR = "operator";
    /** Reads all, changes nothing. */
    static final String AUDITOR = "auditor";

    private OperationsRoles() {}
}
