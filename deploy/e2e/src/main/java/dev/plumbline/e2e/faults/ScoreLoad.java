package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.faults.ScoreBook.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Other systems that send scores without a pause, each for applications of its own, and each score again until it is
 * acknowledged.
 */
public final class ScoreLoad implements AutoCloseable {
    private static final List<String> SECTIONS = List.of("hipaa", "billing", "scheduling", "osha-clia", "judgment");
    private static final int POSSIBLE = 100;
    private static final int RIGHT = 11;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Clinic clinic;
    private final ScoreBook book = new ScoreBook();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    /**
     * One that does not send yet.
     *
     * @param clinic whose applications are there already
     * @param systems how many send at once
     */
    public ScoreLoad(Clinic clinic, int systems, long seed) {
        this.clinic = clinic;
        List<String> applications = clinic.ledger().applications();
        for (int i = 0; i < systems; i++) {
            List<String> own = new ArrayList<>();
            for (int at = i; at < applications.size(); at += systems) {
                own.add(applications.get(at));
            }
            senders.add(new Sender(own, new Random(seed + i)));
        }
    }

    /** What was acknowledged. */
    public ScoreBook book() {
        return book;
    }

    /** The clinic whose applications are scored. */
    public Clinic clinic() {
        return clinic;
    }

    /**
     * Fails if a sender has.
     *
     * @throws IllegalStateException if the platform has refused a score that is none too many and not too early
     */
    void requireSound() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException("The load has failed: " + cause.getMessage(), cause);
        }
    }

    /** Begins to send, or goes on. */
    public void start() {
        requireSound();
        if (!threads.isEmpty()) {
            return;
        }
        stopping = false;
        for (Sender sender : senders) {
            threads.add(Thread.ofPlatform().daemon().name("score-load").start(sender::send));
        }
    }

    /**
     * Stops sending; returns when the last score is acknowledged.
     *
     * @throws IllegalStateException if one is not within three minutes, or a sender has failed
     */
    public void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            if (!thread.join(PATIENCE)) {
                throw new IllegalStateException("A score is not accepted for " + PATIENCE.toMinutes() + " minutes");
            }
        }
        threads.clear();
        requireSound();
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }

    private final class Sender {
        private final List<String> applications;
        private final Random random;
        private final Map<Section, Integer> last = new HashMap<>();

        Sender(List<String> applications, Random random) {
            this.applications = applications;
            this.random = random;
        }

        void send() {
            try {
                while (!stopping) {
                    next();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // Who waits for scores is told; without one sender the others prove nothing.
                failure = e;
                stopping = true;
            }
        }

        private void next() throws InterruptedException {
            Section section = new Section(
                    applications.get(random.nextInt(applications.size())),
                    SECTIONS.get(random.nextInt(SECTIONS.size())));
            int before = last.getOrDefault(section, POSSIBLE);
            int earned = (before + 1 + random.nextInt(POSSIBLE)) % (POSSIBLE + 1);
            int right = random.nextInt(RIGHT);
            while (!clinic.tryScore(section.application(), section.section(), earned, right)) {
                book.leaveOpen();
                Thread.sleep(PAUSE);
            }
            last.put(section, earned);
            book.acknowledge(section, earned);
        }
    }
}
