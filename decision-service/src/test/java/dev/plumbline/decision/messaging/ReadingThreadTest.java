package dev.plumbline.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingThreadTest {
    @Test
    void goes_on_after_whatever_was_thrown() throws InterruptedException {
        ReadingThread thread = new ReadingThread("test", Duration.ofMillis(1));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        thread.start(() -> {
            switch (runs.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a failure");
                case 2 -> throw new StackOverflowError("an error");
                default -> done.countDown();
            }
        });

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(runs).hasValue(3);
    }
}
