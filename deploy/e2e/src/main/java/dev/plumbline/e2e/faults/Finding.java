package dev.plumbline.e2e.faults;

import java.util.List;

/**
 * Whether something that always has to hold does.
 *
 * @param invariant what has to hold
 * @param checked how many things it was held against
 * @param violations what breaks it, one sentence each
 */
public record Finding(String invariant, long checked, List<String> violations) {
    /** Keeps its own copy. */
    public Finding {
        violations = List.copyOf(violations);
    }

    /** Whether nothing breaks it. */
    public boolean holds() {
        return violations.isEmpty();
    }
}
