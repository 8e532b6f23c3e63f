package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPanelTest {
    @Test
    void a_questions_panel_is_the_union_over_its_interviews() {
        Interview first = Interviews.of(List.of("ben", "ana"), List.of("q1", "q2"));
        Interview second = Interviews.of(List.of("cid", "ana"), List.of("q2", "q3"));

        assertThat(QuestionPanel.changed(List.of(), List.of(first, second)))
                .containsExactly(
                        panel("q1", 1, "ana", "ben"),
                        panel("q2", 1, "ana", "ben", "cid"),
                        panel("q3", 1, "ana", "cid"));
    }

    @Test
    void a_cancelled_interview_does_not_count() {
        Interview standing = Interviews.of(List.of("ana"), List.of("q1"));
        Interview cancelled = Interviews.of(List.of("ben"), List.of("q1", "q2")).cancelled(Interviews.LATER);

        assertThat(QuestionPanel.changed(List.of(), List.of(standing, cancelled)))
                .containsExactly(panel("q1", 1, "ana"));
    }

    @Test
    void only_panels_that_differ_are_changed_and_get_the_next_revision() {
        Interview interview = Interviews.of(List.of("ana", "ben"), List.of("q1", "q2"));

        assertThat(QuestionPanel.changed(
                        List.of(panel("q1", 4, "ana", "ben"), panel("q2", 2, "ana")), List.of(interview)))
                .containsExactly(panel("q2", 3, "ana", "ben"));
    }

    @Test
    void a_question_that_nobody_asks_any_more_has_an_empty_panel_once() {
        List<QuestionPanel> known = List.of(panel("q1", 1, "ana"));
        List<QuestionPanel> changed = QuestionPanel.changed(known, List.of());

        assertThat(changed).containsExactly(panel("q1", 2));
        assertThat(QuestionPanel.changed(changed, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatever_happens_the_last_told_panel_is_the_union_and_revisions_rise_by_one(long seed) {
        Random random = new Random(seed);
        List<Interview> interviews = new ArrayList<>();
        Map<String, QuestionPanel> told = new HashMap<>();
        for (int step = 0; step < 200; step++) {
            happen(random, interviews);
            for (QuestionPanel changed : QuestionPanel.changed(told.values(), interviews)) {
                QuestionPanel before = told.put(changed.question(), changed);
                assertThat(changed.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
                assertThat(before == null ? null : before.raters()).isNotEqualTo(changed.raters());
            }
            told.forEach((question, panel) -> assertThat(panel.raters()).isEqualTo(unionOf(question, interviews)));
            assertThat(told.keySet()).containsAll(asked(interviews));
        }
    }

    private static void happen(Random random, List<Interview> interviews) {
        Plan plan = Interviews.plan(some(random, "ana", "ben", "cid", "dee"), some(random, "q1", "q2", "q3"));
        if (interviews.size() < 4 || random.nextInt(5) == 0) {
            interviews.add(Interviews.of(plan));
            return;
        }
        int chosen = random.nextInt(interviews.size());
        Interview interview = interviews.get(chosen);
        if (!interview.isCancelled()) {
            interviews.set(
                    chosen,
                    random.nextInt(3) == 0
                            ? interview.cancelled(Interviews.LATER)
                            : interview.replanned(plan, Interviews.LATER));
        }
    }

    private static List<String> some(Random random, String... all) {
        List<String> some = new ArrayList<>(List.of(all));
        some.removeIf(one -> random.nextBoolean());
        return some.isEmpty() ? List.of(all[random.nextInt(all.length)]) : some;
    }

    private static SortedSet<String> unionOf(String question, List<Interview> interviews) {
        return interviews.stream()
                .filter(i -> i.status() == InterviewStatus.SCHEDULED
                        && i.plan().questions().contains(question))
                .flatMap(i -> i.plan().panel().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> asked(List<Interview> interviews) {
        return interviews.stream()
                .filter(i -> !i.isCancelled())
                .flatMap(i -> i.plan().questions().stream())
                .toList();
    }

    private static QuestionPanel panel(String question, int revision, String... raters) {
        return new QuestionPanel(question, new TreeSet<>(List.of(raters)), revision);
    }
}
