package dev.plumbline.decision;

import dev.plumbline.decision.app.ranking.ExportRanking;
import dev.plumbline.decision.app.ranking.ExportedDecision;
import dev.plumbline.decision.app.ranking.JobGates;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Takes an export and looks, on the way, how many of the decisions that it was handed are still held by anybody: by the
 * bytes of the outcome, and by the external id, which is in memory as soon as the place is read.
 */
final class KeptDecisions implements ExportRanking.Sink {
    private final int every;
    private final List<WeakReference<byte[]>> outcomes = new ArrayList<>();
    private final List<WeakReference<String>> externalIds = new ArrayList<>();
    private int largestPortion;
    private int looks;
    private long mostKept;
    private int next;

    /** @param every after so many decisions it looks */
    KeptDecisions(int every) {
        this.every = every;
        this.next = every;
    }

    int taken() {
        return outcomes.size();
    }

    int largestPortion() {
        return largestPortion;
    }

    /** How often it has looked. */
    int looks() {
        return looks;
    }

    /** The most that was held of those handed over so far. */
    long mostKept() {
        return mostKept;
    }

    @Override
    public boolean isWanted() {
        return true;
    }

    @Override
    public void begin(JobGates gates) {
        // Of no decision.
    }

    @Override
    public void take(List<ExportedDecision> decisions) {
        largestPortion = Math.max(largestPortion, decisions.size());
        for (ExportedDecision one : decisions) {
            outcomes.add(new WeakReference<>(one.decision().outcome()));
            externalIds.add(new WeakReference<>(one.decision().externalId()));
        }
        if (taken() >= next) {
            next += every;
            looks++;
            mostKept = Math.max(mostKept, settled(decisions.size()));
        }
    }

    /** What is left where nobody holds more than these and those before them, or after the collector had its time. */
    private long settled(int portion) {
        try {
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .pollDelay(Duration.ZERO)
                    .until(this::collect, kept -> kept <= 2L * portion);
        } catch (ConditionTimeoutException e) {
            return collect();
        }
    }

    private long collect() {
        System.gc();
        return Math.max(
                outcomes.stream().filter(one -> one.get() != null).count(),
                externalIds.stream().filter(one -> one.get() != null).count());
    }
}
