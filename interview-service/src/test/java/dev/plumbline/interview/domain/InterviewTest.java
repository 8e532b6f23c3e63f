package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private static final Interview INTERVIEW = Interviews.of(List.of("ana"), List.of("q1"));

    @Test
    void every_change_is_the_next_version_of_the_same_interview() {
        Plan next = Interviews.plan(List.of("ben"), List.of("q2"));
        Interview replanned = INTERVIEW.replanned(next, Interviews.LATER);
        Interview cancelled = replanned.cancelled(Interviews.LATER);

        assertThat(replanned)
                .isEqualTo(new Interview(
                        INTERVIEW.id(), Interviews.APPLICATION, next, InterviewStatus.SCHEDULED, 2, Interviews.LATER));
        assertThat(cancelled.version()).isEqualTo(3);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.plan()).isEqualTo(next);
    }

    @Test
    void a_cancelled_interview_does_not_change() {
        Interview cancelled = INTERVIEW.cancelled(Interviews.LATER);

        assertThatIllegalStateException().isThrownBy(() -> cancelled.cancelled(Interviews.LATER));
        assertThatIllegalStateException().isThrownBy(() -> cancelled.replanned(INTERVIEW.plan(), Interviews.LATER));
    }

    @Test
    void knows_its_panel_and_its_questions() {
        assertThat(INTERVIEW.seats("ana")).isTrue();
        assertThat(INTERVIEW.seats("ben")).isFalse();
        assertThat(INTERVIEW.asks("q1")).isTrue();
        assertThat(INTERVIEW.asks("q2")).isFalse();
    }

    @Test
    void a_plan_names_people_and_questions_once() {
        Schedule schedule = INTERVIEW.plan().schedule();
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(schedule, List.of(), List.of("q1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(schedule, List.of("ana"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(schedule, List.of("ana", "ana"), List.of("q1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(schedule, List.of("ana"), List.of("q1", "q1")));
    }

    @Test
    void an_interview_takes_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(Interviews.NOW, Duration.ZERO, ZoneId.of("UTC")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(Interviews.NOW, Duration.ofMinutes(-1), ZoneId.of("UTC")));
    }
}
