package dev.plumbline.local.issuer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of a local platform. A user's name, password and {@code sub} are the same word. */
public final class DemoUsers {
    private static final Map<String, String> ROLES = roles();

    private DemoUsers() {}

    /** All of them, in the order in which they are worth naming. */
    public static List<String> names() {
        return List.copyOf(ROLES.keySet());
    }

    /** The role of a user who signs in with this name and password; empty if there is none. */
    static Optional<String> signIn(String name, String password) {
        return name.equals(password) ? Optional.ofNullable(ROLES.get(name)) : Optional.empty();
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String role : List.of(
                "recruiter", "assessor", "interviewer", "hiring-manager", "integration", "auditor", "operator")) {
            roles.put(role, role);
        }
        // A panel needs more than one of them, and written answers more than one rater.
        roles.put("interviewer-2", "interviewer");
        roles.put("interviewer-3", "interviewer");
        roles.put("assessor-2", "assessor");
        return roles;
    }
}
