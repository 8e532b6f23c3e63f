package dev.plumbline.decision.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A thread of its own for reading a topic. What fails, however badly, is tried again, until it has ended or is stopped. */
public final class ReadingThread {
    private static final Logger LOG = Logger.getLogger(ReadingThread.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final String name;
    private final Duration betweenTries;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** @param name the thread's */
    public ReadingThread(String name) {
        this(name, BETWEEN_TRIES);
    }

    ReadingThread(String name, Duration betweenTries) {
        this.name = name;
        this.betweenTries = betweenTries;
    }

    /** @param reading ends when everything is read, or soon after this thread is stopped */
    public void start(Runnable reading) {
        Thread.ofPlatform().name(name).daemon().start(() -> keepTrying(reading));
    }

    /** Asks it to end. */
    public void stop() {
        stopping.countDown();
    }

    /** Whether nobody has asked it to end. */
    public boolean isWanted() {
        return stopping.getCount() > 0;
    }

    private void keepTrying(Runnable reading) {
        try {
            do {
                try {
                    reading.run();
                    return;
                } catch (RuntimeException e) {
                    LOG.warnf("The decisions topic cannot be read by %s now, trying again: %s", name, e.getMessage());
                } catch (Error e) {
                    // Such as no memory for a moment. A thread that ended here would be missed by nobody.
                    LOG.errorf(e, "%s, which reads the decisions topic, broke off and tries again", name);
                }
            } while (!stopping.await(betweenTries.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
