package dev.plumbline.e2e.faults;

import dev.plumbline.local.platform.Service;
import dev.plumbline.local.process.Child;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Faults that take too long, or too much of a machine, for every build. */
public final class LongFaults {
    private static final long A_FEW = 200;
    private static final int MEGABYTE = 1 << 20;
    private static final int PAGE = 4096;
    private static final int TRIES = 10;
    private static final long SPARE = 256L << 20;
    private static final long REFUSED = 50;

    private LongFaults() {}

    /**
     * More instances of the decision-service join one after the other; then one that is not the last is killed, and the
     * first; the others take over what these had.
     *
     * @param count of instances, 2 or more
     */
    public static Fault instances(int count) {
        return new Fault("%d instances of decision-service, joining and dying".formatted(count), arena -> {
            List<Child> others = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                others.add(arena.platform().startAnother(Service.DECISION, Map.of()));
                arena.awaitScores(A_FEW);
            }
            arena.awaitInstances(count);
            arena.strikeMidBatch(at -> at.platform().kill(Service.DECISION));
            arena.awaitScores(A_FEW);
            if (others.size() > 1) {
                Child second = others.removeFirst();
                arena.strikeMidBatch(at -> at.platform().kill(second));
                arena.awaitScores(A_FEW);
            }
            arena.awaitInstances(others.size());
            arena.platform().restart(Service.DECISION);
            for (Child other : others) {
                arena.strikeMidBatch(at -> at.platform().kill(other));
            }
            arena.lift();
        });
    }

    /**
     * The decision-service goes on under a clock that is two days ahead, then under the right one again.
     *
     * @param library libfaketime's
     */
    public static Fault clockAhead(Path library) {
        // The monotonic clock goes with it: where that is left alone, a JVM waits for ever at its first timed wait.
        Map<String, String> ahead = Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "+2d");
        return new Fault("the clock of decision-service two days ahead", arena -> {
            arena.strikeMidBatch(at -> at.platform().kill(Service.DECISION));
            Child early = arena.platform().startAnother(Service.DECISION, ahead);
            arena.awaitScores(A_FEW);
            arena.await(
                    "decisions of the day after tomorrow",
                    () -> arena.platform()
                                    .database(Service.DECISION)
                                    .count(
                                            "select count(*) from decision where decided_at > now() + interval '47 hours'")
                            > 0);
            arena.lift();
            arena.platform().restart(Service.DECISION);
            arena.platform().kill(early);
        });
    }

    /** The disk of PostgreSQL and Kafka is full until it is not; servers that end of it are started again. */
    public static Fault fullDisk() {
        return new Fault("the disk of PostgreSQL and Kafka full", arena -> {
            Path ballast = arena.platform().data().resolve("ballast");
            long before = arena.load().book().unanswered();
            try (OutputStream out = Files.newOutputStream(ballast)) {
                nearlyFill(out, ballast);
                arena.strikeMidBatch(at -> fill(out, ballast));
                // Until then, what is left of preallocated files is filled with scores.
                arena.await(
                        "scores that are refused",
                        () -> arena.load().book().unanswered() > before + REFUSED,
                        () -> arena.load().book().acknowledged());
            } finally {
                Files.delete(ballast);
            }
            arena.lift();
            long accepted = arena.load().book().acknowledged();
            arena.awaitSupervised(
                    "scores that are accepted", () -> arena.load().book().acknowledged() > accepted + A_FEW);
            // A broker whose disk was full ends a while later: it has outlived that when it has taken all of these.
            Instant then = Instant.now();
            arena.awaitSupervised(
                    "publication of these scores",
                    () -> arena.platform()
                                    .database(Service.ASSESSMENT)
                                    .count("select count(*) from outbox where created_at < '" + then + "'")
                            == 0);
        });
    }

    private static void nearlyFill(OutputStream out, Path file) throws IOException {
        byte[] block = new byte[MEGABYTE];
        while (Files.getFileStore(file).getUsableSpace() > SPARE) {
            out.write(block);
        }
    }

    /** Large blocks first, then small ones for what is left between them; again where a server has freed some. */
    private static void fill(OutputStream out, Path file) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            writeUntilFull(out, MEGABYTE);
            writeUntilFull(out, PAGE);
            // Not what is unallocated: a file system may keep some of that for itself.
            if (Files.getFileStore(file).getUsableSpace() < MEGABYTE) {
                return;
            }
        }
        throw new IOException("The disk of %s does not get full".formatted(file));
    }

    private static void writeUntilFull(OutputStream out, int size) {
        byte[] block = new byte[size];
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // No space left is what was wanted; who called looks whether it is that.
        }
    }
}
