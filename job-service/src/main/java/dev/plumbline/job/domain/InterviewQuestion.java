package dev.plumbline.job.domain;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question of the interview kit.
 *
 * @param id unique within the job; the name the rubric's leaves use
 * @param kind such as STAR, DEEP_DIVE, SITUATIONAL, ATTITUDE
 * @param looksFor what a good answer shows; may be empty
 * @param anchors what an answer is like that earns each whole rating; may be empty
 * @param probes what to ask when an answer stays vague; may be empty
 */
public record InterviewQuestion(
        String id,
        String kind,
        String title,
        String question,
        String looksFor,
        SortedMap<Integer, String> anchors,
        List<String> probes) {
    public InterviewQuestion {
        anchors = Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
        probes = List.copyOf(probes);
    }
}
