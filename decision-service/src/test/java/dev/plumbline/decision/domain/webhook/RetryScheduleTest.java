package dev.plumbline.decision.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.domain.webhook.Outcome.Answered;
import dev.plumbline.decision.domain.webhook.Outcome.Failed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final double MIDDLE = 0.5;
    private static final List<Duration> DELAYS =
            Stream.of("PT5S", "PT5M", "PT30M", "PT2H").map(Duration::parse).toList();

    private final RetrySchedule schedule = new RetrySchedule(DELAYS, 0.1, Duration.ofHours(24));

    @Test
    void tries_again_after_each_delay_and_then_gives_up() {
        for (int attempt = 1; attempt <= DELAYS.size(); attempt++) {
            assertThat(schedule.after(attempt, answered(500), MIDDLE))
                    .isEqualTo(new NextStep.TryAgain(DELAYS.get(attempt - 1)));
        }
        assertThat(schedule.after(5, answered(500), MIDDLE)).isEqualTo(new NextStep.GiveUp());
        assertThat(schedule.after(5, answered(204), MIDDLE)).isEqualTo(new NextStep.Done());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 301, 302, 304, 307, 400, 401, 404, 410, 429, 500, 502, 503, 599})
    void everything_but_a_success_is_a_failure(int status) {
        assertThat(schedule.after(1, answered(status), MIDDLE)).isInstanceOf(NextStep.TryAgain.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void every_success_is_one(int status) {
        assertThat(schedule.after(1, answered(status), MIDDLE)).isEqualTo(new NextStep.Done());
    }

    @Test
    void varies_each_delay_within_its_jitter() {
        assertThat(delay(2, answered(500), 0)).isEqualTo(Duration.ofSeconds(270));
        assertThat(delay(2, answered(500), 1)).isEqualTo(Duration.ofSeconds(330));
        assertThat(delay(2, new Failed(Failure.TIMED_OUT), 0.25)).isEqualTo(Duration.ofSeconds(285));
    }

    @Test
    void honours_retry_after_of_429_and_503_only_and_within_bounds() {
        assertThat(delay(1, answered(429, Duration.ofMinutes(2)), MIDDLE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(delay(1, answered(503, Duration.ofMinutes(2)), MIDDLE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(delay(1, answered(500, Duration.ofMinutes(2)), MIDDLE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(delay(1, answered(429, Duration.ofDays(400)), MIDDLE)).isEqualTo(Duration.ofHours(24));
        assertThat(delay(1, answered(429, Duration.ZERO), MIDDLE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.after(5, answered(429, Duration.ofMinutes(2)), MIDDLE))
                .isEqualTo(new NextStep.GiveUp());
    }

    @Test
    void refuses_a_schedule_that_is_none() {
        Duration day = Duration.ofHours(24);
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO), 0.1, day))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(DELAYS, 1.1, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(DELAYS, Double.NaN, day))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Duration delay(int attempt, Outcome outcome, double random) {
        return ((NextStep.TryAgain) schedule.after(attempt, outcome, random)).in();
    }

    private static Answered answered(int status) {
        return answered(status, null);
    }

    private static Answered answered(int status, @Nullable Duration retryAfter) {
        return new Answered(status, retryAfter);
    }
}
