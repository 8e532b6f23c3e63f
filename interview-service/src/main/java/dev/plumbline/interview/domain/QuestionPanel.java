package dev.plumbline.interview.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is expected to rate a question of an application.
 *
 * @param question the question's id
 * @param raters the union of the panels of the interviews that ask it and are not cancelled; empty when none is left
 * @param revision at least 1, one more with each change
 */
public record QuestionPanel(String question, SortedSet<String> raters, int revision) {

    public QuestionPanel {
        raters = Collections.unmodifiableSortedSet(new TreeSet<>(raters));
    }

    /**
     * The panels that differ from what was known, in the order of the questions' ids.
     *
     * @param known the application's panels so far
     * @param interviews all the application's interviews as they are now
     */
    public static List<QuestionPanel> changed(Collection<QuestionPanel> known, Collection<Interview> interviews) {
        Map<String, QuestionPanel> before = known.stream().collect(Collectors.toMap(QuestionPanel::question, p -> p));
        SortedMap<String, SortedSet<String>> now = unions(interviews);
        before.keySet().forEach(question -> now.computeIfAbsent(question, q -> new TreeSet<>()));
        List<QuestionPanel> changed = new ArrayList<>();
        now.forEach((question, raters) -> {
            QuestionPanel last = before.get(question);
            if (last == null) {
                changed.add(new QuestionPanel(question, raters, 1));
            } else if (!last.raters().equals(raters)) {
                changed.add(new QuestionPanel(question, raters, last.revision() + 1));
            }
        });
        return changed;
    }

    private static SortedMap<String, SortedSet<String>> unions(Collection<Interview> interviews) {
        SortedMap<String, SortedSet<String>> unions = new TreeMap<>();
        for (Interview interview : interviews) {
            if (!interview.isCancelled()) {
                for (String question : interview.plan().questions()) {
                    unions.computeIfAbsent(question, q -> new TreeSet<>())
                            .addAll(interview.plan().panel());
                }
            }
        }
        return unions;
    }
}
