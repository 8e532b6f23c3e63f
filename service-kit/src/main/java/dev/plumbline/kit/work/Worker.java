package dev.plumbline.kit.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does what there is to do, waits until it is woken, and now and then looks around by itself: for what has
 * become due, or was left by another instance that died. What fails is tried again after such a wait.
 */
public final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Duration lookAround;
    private final Work work;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * A worker, which does not work yet.
     *
     * @param name of its thread, and in the log
     * @param lookAround how long it waits at the most before it looks for work by itself
     */
    public Worker(String name, Duration lookAround, Work work) {
        this.name = name;
        this.lookAround = lookAround;
        this.work = work;
    }

    /** What there is to do. */
    @FunctionalInterface
    public interface Work {
        /** Does the next piece; false where there was none, so that the worker may wait. */
        boolean doNext() throws InterruptedException;
    }

    /** Begins to work. */
    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Lets it end what it is at, for some seconds, and interrupts it then. */
    public void stop() throws InterruptedException {
        stopping = true;
        wake();
        Thread running = thread;
        if (running != null && !running.join(STOP_WITHIN)) {
            running.interrupt();
        }
    }

    /** Says that there may be something to do. */
    public void wake() {
        signal.release();
    }

    /** Whether it has been told to stop. */
    public boolean isStopping() {
        return stopping;
    }

    private void run() {
        try {
            while (!stopping) {
                if (!doNext()) {
                    signal.tryAcquire(lookAround.toMillis(), TimeUnit.MILLISECONDS);
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean doNext() throws InterruptedException {
        try {
            return work.doNext();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warnf(e, "%s: this cannot be done now and is tried again", name);
            }
            return false;
        } catch (Error e) {
            // Such as no memory for a moment. A thread that ended here would be missed by nobody.
            LOG.errorf(e, "%s broke off and tries again", name);
            return false;
        }
    }
}
