package dev.plumbline.e2e.upgrade;

import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Platform;
import dev.plumbline.local.platform.Service;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * People at work without a pause, one turn after the other: they screen, attest, read a decision, and now and then someone
 * applies. With the scores of other systems every service is called. What gets no answer is done again and counted.
 */
public final class PeopleLoad implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final int TURNS_UNTIL_SOMEONE_APPLIES = 10;
    private static final int SERVER_ERROR = 500;

    private final Platform platform;
    private final Clinic clinic;
    private final List<String> applications;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("people-load").unstarted(this::work);
    private volatile boolean stopping;
    private volatile @Nullable Throwable refused;

    private PeopleLoad(Platform platform, Clinic clinic) {
        this.platform = platform;
        this.clinic = clinic;
        this.applications = clinic.ledger().applications();
    }

    /** Begins. */
    public static PeopleLoad start(Platform platform, Clinic clinic) {
        PeopleLoad load = new PeopleLoad(platform, clinic);
        load.thread.start();
        return load;
    }

    /**
     * Turns that are done.
     *
     * @throws IllegalStateException if a call was refused: then there are no more
     */
    public long turns() {
        Throwable cause = refused;
        if (cause != null) {
            throw new IllegalStateException("A call was refused: " + cause.getMessage(), cause);
        }
        return turns.get();
    }

    /** Calls that got no answer. */
    public long unanswered() {
        return unanswered.get();
    }

    private void work() {
        try {
            while (!stopping) {
                turn(turns.get());
                turns.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            refused = e;
        }
    }

    private void turn(long number) throws InterruptedException {
        String application = applications.get((int) (number % applications.size()));
        boolean met = number / applications.size() % 2 == 1;
        untilAnswered(() -> clinic.screen(application, met));
        untilAnswered(() -> clinic.attest(application, "assessor", met));
        untilAnswered(() -> read(application));
        if (number % TURNS_UNTIL_SOMEONE_APPLIES == 0) {
            untilAnswered(() -> clinic.apply(met));
        }
    }

    private void read(String application) {
        var answer = platform.as("auditor", Service.DECISION).get("/v1/applications/" + application + "/decision");
        if (answer.status() >= SERVER_ERROR) {
            answer.expect(200);
        }
    }

    private void untilAnswered(Runnable call) throws InterruptedException {
        while (true) {
            try {
                call.run();
                return;
            } catch (UncheckedIOException e) {
                unanswered.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Stops after the turn that is under way. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
