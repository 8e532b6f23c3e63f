package dev.plumbline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadingsTest {
    private final Readings readings = new Readings(Duration.ofMillis(10));
    private final CountDownLatch answer = new CountDownLatch(1);
    private volatile Supplier<Integer> source = () -> 7;

    @BeforeEach
    void start() {
        readings.start(new StartupEvent());
    }

    @AfterEach
    void stop() throws InterruptedException {
        answer.countDown();
        readings.stop(new ShutdownEvent());
    }

    @Test
    void what_is_read_is_told_again_and_again_as_it_is_then() {
        Reading<Integer> reading = reading();
        awaitNumber(reading, 7);
        source = () -> 8;
        awaitNumber(reading, 8);
    }

    @Test
    void nobody_waits_for_a_source_that_does_not_answer_and_what_is_old_is_not_told() {
        Reading<Integer> reading = reading();
        awaitNumber(reading, 7);
        source = () -> {
            awaitAnswer();
            return 8;
        };
        // Each look comes back, though nothing is read.
        awaitNumber(reading, Double.NaN);
        assertThat(answer.getCount()).isPositive();

        answer.countDown();
        awaitNumber(reading, 8);
    }

    @Test
    void nothing_is_told_where_the_source_says_that_it_cannot_be_read() {
        AtomicInteger asked = new AtomicInteger();
        Reading<Integer> reading = reading();
        awaitNumber(reading, 7);
        source = () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("away");
        };
        await().untilAsserted(() -> assertThat(asked).hasValueGreaterThan(1));
        assertThat(reading.number(Integer::doubleValue)).isNaN();

        source = () -> 9;
        awaitNumber(reading, 9);
    }

    @Test
    void a_source_that_fails_as_none_should_silences_no_other() {
        Reading<Integer> failing = readings.of(() -> {
            throw new UnsupportedOperationException("nobody has thought of it");
        });
        Reading<Integer> behind = reading();
        awaitNumber(behind, 7);
        source = () -> 8;
        awaitNumber(behind, 8);
        assertThat(failing.number(Integer::doubleValue)).isNaN();
    }

    private Reading<Integer> reading() {
        return readings.of(() -> source.get());
    }

    private static void awaitNumber(Reading<Integer> reading, double number) {
        await().untilAsserted(
                        () -> assertThat(reading.number(Integer::doubleValue)).isEqualTo(Double.valueOf(number)));
    }

    private void awaitAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
