package dev.plumbline.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void goes_on_while_there_is_work_and_waits_for_more() throws InterruptedException {
        Worker worker = new Worker("test", NEVER, () -> count() < 3);
        worker.start();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(next()).isEqualTo(3);
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
        worker.wake();
        assertThat(next()).isEqualTo(4);
        worker.stop();
    }

    @Test
    void looks_around_though_nobody_wakes_it() throws InterruptedException {
        Worker worker = new Worker("test", Duration.ofMillis(1), () -> count() < 0);
        worker.start();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        worker.stop();
    }

    @Test
    void tries_again_what_has_failed() throws InterruptedException {
        Worker worker = new Worker("test", Duration.ofMillis(1), () -> {
            if (count() < 3) {
                throw new IllegalStateException("not yet");
            }
            return false;
        });
        worker.start();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(next()).isEqualTo(3);
        worker.stop();
    }

    @Test
    void goes_on_after_an_error() throws InterruptedException {
        Worker worker = new Worker("test", Duration.ofMillis(1), () -> {
            if (count() == 1) {
                throw new StackOverflowError("an error");
            }
            return false;
        });
        worker.start();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        worker.stop();
    }

    @Test
    void a_wake_while_it_works_is_not_lost() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        Worker worker = new Worker("test", NEVER, () -> {
            if (count() == 1) {
                begun.countDown();
                woken.await();
            }
            return false;
        });
        worker.start();
        begun.await();
        worker.wake();
        woken.countDown();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        worker.stop();
    }

    @Test
    void does_nothing_once_it_is_stopped() throws InterruptedException {
        Worker worker = new Worker("test", Duration.ofMillis(1), () -> count() < 0);
        worker.start();
        assertThat(next()).isEqualTo(1);

        worker.stop();

        assertThat(worker.isStopping()).isTrue();
        done.clear();
        worker.wake();
        assertThat(done).isEmpty();
    }

    private int count() {
        int call = calls.incrementAndGet();
        done.add(call);
        return call;
    }

    private int next() throws InterruptedException {
        Integer call = done.poll(20, TimeUnit.SECONDS);
        return call == null ? 0 : call;
    }
}
