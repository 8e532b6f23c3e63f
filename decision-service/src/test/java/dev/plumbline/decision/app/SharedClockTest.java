package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedClockTest {
    private static final Instant BEGIN = Instant.parse("2026-12-01T12:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private Duration passed = Duration.ZERO;
    private Duration ahead = Duration.ZERO;
    private Duration answerTakes = Duration.ZERO;
    private boolean isDatabaseAway;
    private Runnable meanwhile = () -> {};

    private final Clock own = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now().plus(ahead);
        }
    };
    private final SharedClock clock = new SharedClock(own, this::databaseTime, own, () -> passed.toNanos());

    /** What the database has; as long as it takes to say so, time passes. */
    private Instant databaseTime() {
        asked.incrementAndGet();
        if (isDatabaseAway) {
            throw new IllegalStateException("away");
        }
        Instant answer = now();
        passed = passed.plus(answerTakes);
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
        return answer;
    }

    private Instant now() {
        return BEGIN.plus(passed);
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    @Test
    void an_instance_whose_clock_is_days_off_goes_by_the_database() {
        ahead = Duration.ofDays(2);
        assertThat(clock.instant()).isEqualTo(now());
    }

    @Test
    void so_does_one_whose_clock_is_behind() {
        ahead = Duration.ofHours(-5);
        assertThat(clock.instant()).isEqualTo(now());
    }

    @Test
    void less_than_a_second_is_nothing() {
        ahead = Duration.ofMillis(900);
        assertThat(clock.instant()).isEqualTo(now().plus(ahead));
    }

    @Test
    void the_database_is_not_asked_each_time() {
        ahead = Duration.ofDays(2);
        for (int i = 0; i < 99; i++) {
            assertThat(clock.instant()).isEqualTo(now());
            pass(Duration.ofMillis(100));
        }
        assertThat(asked).hasValue(1);
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(now());
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_a_slow_answer_does_not_tell_is_not_believed() {
        answerTakes = Duration.ofSeconds(20);
        assertThat(clock.instant()).isEqualTo(now());
    }

    @Test
    void nor_does_it_take_away_what_is_known() {
        ahead = Duration.ofSeconds(4);
        assertThat(clock.instant()).isEqualTo(now());
        pass(Duration.ofSeconds(10));
        answerTakes = Duration.ofMillis(4500);
        assertThat(clock.instant()).isEqualTo(now());
        assertThat(asked).hasValue(2);
        pass(Duration.ofSeconds(10));
        answerTakes = Duration.ZERO;
        ahead = Duration.ZERO;
        assertThat(clock.instant()).isEqualTo(now());
    }

    @Test
    void nobody_waits_for_another_one_who_measures() {
        ahead = Duration.ofDays(2);
        List<Instant> others = new ArrayList<>();
        meanwhile = () -> others.add(CompletableFuture.supplyAsync(clock::instant)
                .orTimeout(30, TimeUnit.SECONDS)
                .join());
        assertThat(clock.instant()).isEqualTo(now());
        assertThat(others).containsExactly(now());
    }

    @Test
    void a_clock_that_is_set_is_measured_at_once() {
        assertThat(clock.instant()).isEqualTo(now());
        pass(Duration.ofSeconds(1));
        ahead = Duration.ofHours(5);
        assertThat(clock.instant()).isEqualTo(now());
        // And set right again.
        pass(Duration.ofSeconds(1));
        ahead = Duration.ZERO;
        assertThat(clock.instant()).isEqualTo(now());
        assertThat(asked).hasValue(3);
    }

    @Test
    void while_the_database_is_away_what_was_measured_goes_on() {
        ahead = Duration.ofHours(-1);
        assertThat(clock.instant()).isEqualTo(now());
        isDatabaseAway = true;
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(clock.instant()).isEqualTo(now());
        }
        // Whoever asks for the time waits for a database that is away no more often than for one that is there.
        assertThat(asked).hasValue(11);
        isDatabaseAway = false;
        ahead = Duration.ofHours(-2);
        assertThat(clock.instant()).isEqualTo(now());
    }

    @Test
    void where_nothing_was_measured_or_the_clock_was_set_since_nobody_knows_the_time() {
        isDatabaseAway = true;
        assertThatThrownBy(clock::instant).hasMessage("away");
        isDatabaseAway = false;
        assertThat(clock.instant()).isEqualTo(now());
        isDatabaseAway = true;
        ahead = Duration.ofDays(1);
        assertThatThrownBy(clock::instant).hasMessage("away");
    }
}
