package dev.plumbline.decision.rest.whatif;

import dev.plumbline.decision.app.whatif.SimulateRubric;
import dev.plumbline.decision.app.whatif.SimulationResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A simulation's answer line by line, as fast as the client reads: between the two are a few lines and no more. It ends
 * when the client goes away.
 */
final class SimulationStream implements SimulateRubric.Listener {
    private static final Logger LOG = Logger.getLogger(SimulationStream.class);
    private static final int LINES = 256;
    private static final long LOOK_AROUND_MS = 200;

    private final BlockingQueue<SimulationLine> lines = new ArrayBlockingQueue<>(LINES);
    private final boolean withApplications;
    private volatile boolean isWaiting = true;

    /** @param withApplications whether the applications that move are named */
    SimulationStream(boolean withApplications) {
        this.withApplications = withApplications;
    }

    Multi<SimulationLine> lines(SimulateRubric.Run run, int mostMoved, ExecutorService threads) {
        return Multi.createFrom().deferred(() -> {
            threads.execute(() -> simulate(run, mostMoved));
            return Multi.createBy()
                    .repeating()
                    .uni(() -> Uni.createFrom().item(this::take).runSubscriptionOn(threads))
                    .whilst(line -> !isLast(line))
                    .onTermination()
                    .invoke(() -> isWaiting = false);
        });
    }

    private static boolean isLast(SimulationLine line) {
        return switch (line) {
            case SimulationLine.Result _, SimulationLine.Failure _ -> true;
            case SimulationLine.Progress _, SimulationLine.MovedLine _ -> false;
        };
    }

    private void simulate(SimulateRubric.Run run, int mostMoved) {
        try {
            run.start(this, mostMoved)
                    .map((SimulationResult result) -> SimulationResults.of(result, withApplications))
                    .ifPresent(this::put);
        } catch (RuntimeException e) {
            // The answer has begun: all that is left is to say so in it.
            LOG.error("A simulation broke off", e);
            put(new SimulationLine.Failure("error", "The simulation broke off. Try again."));
        }
    }

    private void put(SimulationLine line) {
        try {
            boolean isTaken = false;
            while (isWaiting && !isTaken) {
                isTaken = lines.offer(line, LOOK_AROUND_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            isWaiting = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Not for ever: once the client has gone away nothing may come any more, and nobody interrupts this thread. */
    private SimulationLine take() {
        try {
            SimulationLine line = null;
            while (line == null) {
                line = lines.poll(LOOK_AROUND_MS, TimeUnit.MILLISECONDS);
                if (line == null && !isWaiting) {
                    throw new CancellationException("The client has gone away");
                }
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service stops", e);
        }
    }

    @Override
    public boolean isWaiting() {
        return isWaiting;
    }

    @Override
    public void progress(long done, long of) {
        put(new SimulationLine.Progress(done, of));
    }

    @Override
    public void moved(SimulationResult.Moved moved) {
        if (withApplications) {
            put(SimulationLine.MovedLine.of(moved));
        }
    }
}
