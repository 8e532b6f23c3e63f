package dev.plumbline.kit.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One line of the access table. What comes of a call on someone else's or on what there is not is a status, or {@code empty}
 * for a list with nothing in it.
 *
 * @param service named like its folder
 * @param method of HTTP, in capitals
 * @param path as in the OpenAPI document
 * @param access role names; {@code *} any role, {@code session} the secret of a session, {@code public} no token needed
 * @param foreign what comes of a call on things that are someone else's, by caller; who is not there does with everyone's
 *     what it does with its own. In the file {@code interviewer:404|assessor:empty}, or {@code -} where nobody is
 * @param unknown what comes of a call on what there is not: a cell for each parameter of the path, in its order, with
 *     what the caller gets who has a word of its own. In the file {@code 409/interviewer:404|404}, or {@code -}
 */
public record AccessRow(
        String service,
        String method,
        String path,
        Set<String> access,
        Map<String, String> foreign,
        List<String> unknown) {
    static final String HEADER = "service,method,path,roles,foreign,unknown";

    /** The roles of the public contract. */
    public static final List<String> ROLES =
            List.of("assessor", "auditor", "hiring-manager", "integration", "interviewer", "operator", "recruiter");

    private static final String ANY_ROLE = "*";
    static final String SESSION = "session";
    private static final String PUBLIC = "public";
    private static final String NONE = "-";

    public AccessRow {
        access = Set.copyOf(access);
        foreign = Map.copyOf(foreign);
        unknown = List.copyOf(unknown);
        if (unknown.size() != path.split("\\{", -1).length - 1) {
            throw new IllegalArgumentException(
                    "What is unknown has not as many cells as " + method + " " + path + " has parameters");
        }
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
        if (cells.size() != 6 || cells.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Not of the form " + HEADER + ": " + line);
        }
        return new AccessRow(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Set.copyOf(parts(cells.get(3))),
                byCaller(parts(cells.get(4))),
                parts(cells.get(5)));
    }

    private static List<String> parts(String cell) {
        return cell.equals(NONE) ? List.of() : List.of(cell.split("\\|", -1));
    }

    private static Map<String, String> byCaller(List<String> parts) {
        Map<String, String> byCaller = new TreeMap<>();
        for (String part : parts) {
            String[] callerAndOutcome = part.split(":", -1);
            if (callerAndOutcome.length != 2) {
                throw new IllegalArgumentException("Not a caller and what it gets: " + part);
            }
            byCaller.put(callerAndOutcome[0], callerAndOutcome[1]);
        }
        return byCaller;
    }

    /**
     * What this caller gets where the parameter of this number, from 0, is unknown.
     *
     * @param caller a role, or {@code session}
     */
    public String unknown(int parameter, String caller) {
        String[] cells = unknown.get(parameter).split("/", 2);
        return cells.length == 1
                ? cells[0]
                : byCaller(List.of(cells[1].split("/", -1))).getOrDefault(caller, cells[0]);
    }

    /** Whether no token is needed. */
    public boolean isPublic() {
        return access.contains(PUBLIC);
    }

    /** Whether the secret of a session opens it. */
    public boolean isForSessions() {
        return access.contains(SESSION);
    }

    /** Whether a person with this role alone, or for {@code session} the holder of a secret, may call it. */
    public boolean allows(String caller) {
        return isPublic() || access.contains(ANY_ROLE) || access.contains(caller);
    }

    /** Whether some role is not enough. */
    boolean needsARoleOfItsOwn() {
        return !isPublic() && !access.contains(ANY_ROLE);
    }

    /** Method and path, which name an operation. */
    public String operation() {
        return method + " " + path;
    }

    /** What the file is sorted by within a service. */
    String sortKey() {
        return path + " " + method;
    }

    /** The line of the file. */
    public String line() {
        String foreignCell = new TreeMap<>(foreign)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining("|"));
        return String.join(
                ",",
                service,
                method,
                path,
                String.join("|", new TreeSet<>(access)),
                foreignCell.isEmpty() ? NONE : foreignCell,
                unknown.isEmpty() ? NONE : String.join("|", unknown));
    }
}
