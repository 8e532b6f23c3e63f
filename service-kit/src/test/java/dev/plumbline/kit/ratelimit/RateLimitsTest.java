package dev.plumbline.kit.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final int BURST = 5;
    private static final int ANONYMOUS_BURST = 3;
    private static final int PRINCIPALS = 100;
    private static final Principal ANA = new Principal.Subject("ana");
    private static final Principal BEN = new Principal.Subject("ben");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HandTime time = new HandTime();
    private final RateLimits limits = new RateLimits(new Settings(true), meters, time);

    private record Settings(boolean enabled) implements RateLimitSettings {
        @Override
        public int perSecond() {
            return 2;
        }

        @Override
        public int burst() {
            return BURST;
        }

        @Override
        public int anonymousPerSecond() {
            return 1;
        }

        @Override
        public int anonymousBurst() {
            return ANONYMOUS_BURST;
        }

        @Override
        public int principals() {
            return PRINCIPALS;
        }
    }

    /** A clock that stands until it is set forward. */
    private static final class HandTime implements TimeMeter {
        private final AtomicLong nanos = new AtomicLong();

        void pass(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private int callsUntilRefused(Principal principal) {
        int calls = 0;
        while (limits.take(principal).isEmpty()) {
            calls++;
        }
        return calls;
    }

    @Test
    void a_caller_has_a_burst_and_then_so_many_calls_a_second() {
        assertThat(callsUntilRefused(ANA)).isEqualTo(BURST);
        time.pass(Duration.ofSeconds(1));
        assertThat(callsUntilRefused(ANA)).isEqualTo(2);
        time.pass(Duration.ofHours(1));
        assertThat(callsUntilRefused(ANA)).isEqualTo(BURST);
    }

    @Test
    void the_time_to_wait_is_in_whole_seconds_and_enough() {
        callsUntilRefused(ANA);
        OptionalInt wait = limits.take(ANA);
        assertThat(wait).hasValue(1);
        time.pass(Duration.ofSeconds(wait.orElseThrow()));
        assertThat(limits.take(ANA)).isEmpty();
    }

    @Test
    void callers_are_counted_each_for_itself() {
        callsUntilRefused(ANA);
        assertThat(callsUntilRefused(BEN)).isEqualTo(BURST);
        assertThat(callsUntilRefused(new Principal.Holder("ana"))).isEqualTo(BURST);
        assertThat(callsUntilRefused(Principal.Address.of("ana"))).isEqualTo(ANONYMOUS_BURST);
        assertThat(meters.counter("plumbline.rate.limit.refused", "principal", "subject")
                        .count())
                .isEqualTo(2);
        assertThat(meters.counter("plumbline.rate.limit.refused", "principal", "secret")
                        .count())
                .isOne();
        assertThat(meters.counter("plumbline.rate.limit.refused", "principal", "address")
                        .count())
                .isOne();
    }

    @Test
    void addresses_that_one_machine_chooses_among_are_one_caller() {
        callsUntilRefused(Principal.Address.of("2001:db8:1:2::1"));
        assertThat(limits.take(Principal.Address.of("2001:db8:1:2:ffff:0:0:9"))).isPresent();
        assertThat(limits.take(Principal.Address.of("2001:db8:1:3::1"))).isEmpty();
        callsUntilRefused(Principal.Address.of("192.0.2.1"));
        assertThat(limits.take(Principal.Address.of("192.0.2.2"))).isEmpty();
        assertThat(limits.take(Principal.Address.of("what a proxy says"))).isEmpty();
    }

    @Test
    void no_more_callers_are_counted_than_there_is_memory_for() {
        for (int i = 0; i < 100 * PRINCIPALS; i++) {
            limits.take(Principal.Address.of("10.0." + i / 256 + "." + i % 256));
        }
        assertThat(limits.counted()).isBetween(1L, (long) PRINCIPALS);
    }

    @Test
    void a_caller_is_forgotten_when_its_burst_is_whole_again_and_not_before() {
        callsUntilRefused(ANA);
        time.pass(Duration.ofSeconds(2));
        assertThat(callsUntilRefused(ANA)).isEqualTo(4);
        time.pass(Duration.ofSeconds(3));
        assertThat(limits.counted()).isZero();
    }

    @Test
    void where_the_limits_are_off_nobody_is_counted() {
        RateLimits off = new RateLimits(new Settings(false), meters, time);
        for (int i = 0; i < 2 * BURST; i++) {
            assertThat(off.take(ANA)).isEmpty();
        }
        assertThat(off.counted()).isZero();
    }
}
