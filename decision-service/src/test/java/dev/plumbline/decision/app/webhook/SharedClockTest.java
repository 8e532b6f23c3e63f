package dev.plumbline.decision.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedClockTest {
    private static final Instant DATABASE = Instant.parse("2026-12-01T12:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();

    private SharedClock clockOfAnInstance(Duration ahead) {
        Clock own = Clock.fixed(DATABASE.plus(ahead), ZoneOffset.UTC);
        return new SharedClock(
                own,
                () -> {
                    asked.incrementAndGet();
                    return DATABASE;
                },
                own);
    }

    @Test
    void an_instance_whose_clock_is_days_off_goes_by_the_database() {
        assertThat(clockOfAnInstance(Duration.ofDays(2)).instant()).isEqualTo(DATABASE);
        assertThat(clockOfAnInstance(Duration.ofHours(-5)).instant()).isEqualTo(DATABASE);
    }

    @Test
    void less_than_a_second_is_nothing() {
        Duration little = Duration.ofMillis(900);
        assertThat(clockOfAnInstance(little).instant()).isEqualTo(DATABASE.plus(little));
    }

    @Test
    void the_database_is_not_asked_each_time() {
        SharedClock clock = clockOfAnInstance(Duration.ofDays(2));
        for (int i = 0; i < 100; i++) {
            assertThat(clock.instant()).isEqualTo(DATABASE);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_a_slow_answer_does_not_tell_is_not_believed() {
        Instant[] system = {DATABASE};
        Clock slow = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return system[0];
            }
        };
        SharedClock clock = new SharedClock(
                slow,
                () -> {
                    system[0] = DATABASE.plusSeconds(20);
                    return DATABASE;
                },
                slow);
        assertThat(clock.instant()).isEqualTo(DATABASE.plusSeconds(20));
    }
}
