package dev.plumbline.kit.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of the access table.
 *
 * @param service named like its folder
 * @param method of HTTP, in capitals
 * @param path as in the OpenAPI document
 * @param access role names; {@code *} any role, {@code session} the secret of a session, {@code public} no token needed
 */
record AccessRow(String service, String method, String path, Set<String> access) {
    static final String HEADER = "service,method,path,roles";

    /** The roles of the public contract. */
    static final List<String> ROLES =
            List.of("assessor", "auditor", "hiring-manager", "integration", "interviewer", "operator", "recruiter");

    private static final String ANY_ROLE = "*";
    private static final String SESSION = "session";
    private static final String PUBLIC = "public";

    AccessRow {
        access = Set.copyOf(access);
        for (String one : access) {
            if (!ROLES.contains(one) && !Set.of(ANY_ROLE, SESSION, PUBLIC).contains(one)) {
                throw new IllegalArgumentException(
                        "'" + one + "' at " + method + " " + path + " is no role, nor one of *, session and public");
            }
        }
        if (access.size() > 1 && (access.contains(ANY_ROLE) || access.contains(PUBLIC))) {
            throw new IllegalArgumentException("* and public stand alone, at " + method + " " + path);
        }
    }

    /**
     * A line of the file.
     *
     * @throws IllegalArgumentException where it is none
     */
    static AccessRow parse(String line) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != 4 || cells.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Not of the form " + HEADER + ": " + line);
        }
        return new AccessRow(
                cells.get(0), cells.get(1), cells.get(2), Set.of(cells.get(3).split("\\|", -1)));
    }

    /** Whether no token is needed. */
    boolean isPublic() {
        return access.contains(PUBLIC);
    }

    /** Whether the secret of a session opens it. */
    boolean isForSessions() {
        return access.contains(SESSION);
    }

    /** Whether a person with this role alone may call it. */
    boolean allows(String role) {
        return isPublic() || access.contains(ANY_ROLE) || access.contains(role);
    }

    /** Whether some role is not enough. */
    boolean needsARoleOfItsOwn() {
        return !isPublic() && !access.contains(ANY_ROLE);
    }

    /** Method and path, which name an operation. */
    String operation() {
        return method + " " + path;
    }

    /** What the file is sorted by within a service. */
    String sortKey() {
        return path + " " + method;
    }

    /** The line of the file. */
    String line() {
        return String.join(",", service, method, path, String.join("|", new TreeSet<>(access)));
    }
}
