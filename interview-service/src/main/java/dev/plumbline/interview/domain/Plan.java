package dev.plumbline.interview.domain;

import java.util.HashSet;
import java.util.List;

/**
 * What a recruiter lays down for an interview and may change while it is not cancelled.
 *
 * @param schedule when
 * @param panel who interviews: user ids, at least one, distinct
 * @param questions what each of them asks and rates: question ids, at least one, distinct, in the order they are asked
 */
public record Plan(Schedule schedule, List<String> panel, List<String> questions) {
    public Plan {
        panel = List.copyOf(panel);
        questions = List.copyOf(questions);
        requireSome(panel);
        requireSome(questions);
    }

    private static void requireSome(List<String> ids) {
        if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException("Needs one id or more, each once: " + ids);
        }
    }
}
