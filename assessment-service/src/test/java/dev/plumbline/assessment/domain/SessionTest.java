package dev.plumbline.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Session session(String timeFactor) {
        return new Session(
                new UUID(0, 1),
                new UUID(0, 2),
                new TestReference("t", 1),
                new BigDecimal(timeFactor),
                Session.State.INVITED,
                1,
                NOON,
                null,
                NOON.plus(Duration.ofDays(14)),
                null);
    }

    @Test
    void the_first_look_starts_the_clock_and_later_ones_do_not() {
        Session begun = session("1").begun(NOON.plusSeconds(60), 90);
        assertThat(begun.expiresAt()).isEqualTo(NOON.plusSeconds(60).plus(Duration.ofMinutes(90)));
        assertThat(begun.begun(NOON.plusSeconds(3_600), 90)).isEqualTo(begun);
    }

    @Test
    void an_accommodation_stretches_the_working_time() {
        assertThat(session("1.25").begun(NOON, 90).expiresAt()).isEqualTo(NOON.plusSeconds(6_750));
    }

    @Test
    void is_overdue_from_the_very_moment_of_expiry() {
        Session begun = session("1").begun(NOON, 1);
        assertThat(begun.isOverdue(NOON.plusSeconds(59))).isFalse();
        assertThat(begun.isOverdue(NOON.plusSeconds(60))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "EXPIRED", "CANCELLED"})
    void what_has_ended_is_never_overdue(Session.State state) {
        Session ended = session("1").ended(state, NOON);
        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.isOverdue(NOON.plus(Duration.ofDays(100)))).isFalse();
        assertThat(ended.isScored()).isEqualTo(state != Session.State.CANCELLED);
    }

    @Test
    void a_new_secret_and_more_time_change_nothing_else() {
        Session session = session("1");
        assertThat(session.withNewSecret().generation()).isEqualTo(2);
        assertThat(session.withNewSecret().expiresAt()).isEqualTo(session.expiresAt());
        assertThat(session.extended(Duration.ofMinutes(5)).expiresAt())
                .isEqualTo(session.expiresAt().plusSeconds(300));
    }
}
