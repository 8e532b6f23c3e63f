package dev.plumbline.decision.app;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * How applications stand at this moment. Many ask at once, and one statement answers them all: who asks while one is under
 * way is answered by the next one. A statement begins after all that it answers have asked, so each of them sees whatever
 * was committed before it asked.
 */
@ApplicationScoped
public class CurrentMarks {
    /** Answered by one statement. */
    private static final int MOST = 64;
    /** Statements at a time: one that is slow does not hold up all. */
    private static final int READERS = 2;

    private final Applications applications;
    private final Executor threads;
    private final ConcurrentLinkedQueue<Asked> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(READERS);

    private record Asked(UUID application, CompletableFuture<Optional<StateMark>> answer) {}

    @Inject
    CurrentMarks(Applications applications) {
        // Of the application and not of a call: a thread answers several calls.
        this(applications, work -> Arc.container().getExecutorService().execute(work));
    }

    CurrentMarks(Applications applications, Executor threads) {
        this.applications = applications;
        this.threads = threads;
    }

    /**
     * What tells whether the current decision is still what it was when it was read; completed by another thread. Empty
     * where that has to be read each time: for an application that has no decision, waits for a rubric or has a verdict.
     */
    public CompletionStage<Optional<StateMark>> of(UUID application) {
        Asked asked = new Asked(application, new CompletableFuture<>());
        queue.add(asked);
        begin();
        return asked.answer();
    }

    /** The same on this thread, which may wait. */
    public Optional<StateMark> now(UUID application) {
        return Optional.ofNullable(applications.marks(List.of(application)).get(application));
    }

    private void begin() {
        if (!queue.isEmpty() && free.tryAcquire()) {
            try {
                threads.execute(this::answerAll);
            } catch (RuntimeException | Error e) {
                free.release();
                // The service stops, most likely: nobody is left waiting.
                for (Asked asked = queue.poll(); asked != null; asked = queue.poll()) {
                    asked.answer().completeExceptionally(e);
                }
            }
        }
    }

    private void answerAll() {
        try {
            while (!queue.isEmpty()) {
                answerSome();
            }
        } finally {
            free.release();
            // Whoever asked after the last look found nobody free.
            begin();
        }
    }

    private void answerSome() {
        List<Asked> some = new ArrayList<>(MOST);
        try {
            for (Asked next = queue.poll(); next != null; next = some.size() < MOST ? queue.poll() : null) {
                some.add(next);
            }
            if (some.isEmpty()) {
                // Another reader was faster.
                return;
            }
            Map<UUID, StateMark> marks = applications.marks(
                    some.stream().map(Asked::application).distinct().toList());
            some.forEach(asked -> asked.answer().complete(Optional.ofNullable(marks.get(asked.application()))));
        } catch (RuntimeException | Error e) {
            // Whoever waits is told, whatever it was; who has been answered stays so.
            some.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }
}
