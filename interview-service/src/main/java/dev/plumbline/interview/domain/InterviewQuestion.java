package dev.plumbline.interview.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as the job published it.
 *
 * @param id its readable id
 * @param kind the sort of question, such as STAR; null where the job has none
 * @param title its short name
 * @param question what is asked; null where the rubric rates it but the job gives no wording
 * @param looksFor what a good answer shows; null where the job does not say
 * @param anchors what a rating stands for, by rating; in the job's order
 * @param probes what to ask where an answer stays vague
 */
public record InterviewQuestion(
        String id,
        @Nullable String kind,
        String title,
        @Nullable String question,
        @Nullable String looksFor,
        Map<String, String> anchors,
        List<String> probes) {

    public InterviewQuestion {
        anchors = Collections.unmodifiableMap(new LinkedHashMap<>(anchors));
        probes = List.copyOf(probes);
    }

    /** A question that is rated under this name and has no wording. */
    public static InterviewQuestion named(String id, String title) {
        return new InterviewQuestion(id, null, title, null, null, Map.of(), List.of());
    }
}
