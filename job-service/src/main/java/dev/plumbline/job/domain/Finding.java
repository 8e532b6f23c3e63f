package dev.plumbline.job.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that is wrong with a job.
 *
 * @param pointer a JSON pointer (RFC 6901) from the job's root
 * @param message what is wrong, for a person
 */
public record Finding(String pointer, String message) {
    /** The same finding, seen from further out. */
    public Finding under(String prefix) {
        return new Finding(prefix + pointer, message);
    }

    /** One finding for every id of a list that came before in it, at the later one. */
    static List<Finding> duplicates(String list, List<String> ids) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                findings.add(new Finding(list + "/" + i + "/id", "is used before in this list; ids are unique"));
            }
        }
        return findings;
    }
}
