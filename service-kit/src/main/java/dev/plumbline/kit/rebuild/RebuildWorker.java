package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Does the rebuild that was asked for, one piece after the other, on one instance at a time. An instance that dies leaves
 * it to another one, which goes on behind the last piece that was done.
 */
@ApplicationScoped
class RebuildWorker {
    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(2);
    /** Far longer than a piece takes; where one takes longer all the same, two instances do it, which does no harm. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final RebuildTable table;
    private final RebuildSteps steps;
    private final RangeReader reader;
    private final Worker worker = new Worker("rebuild", LOOK_AROUND, this::doNext);
    private final UUID instance = Ids.next();

    RebuildWorker(RebuildTable table, RebuildSteps steps, RangeReader reader) {
        this.table = table;
        this.steps = steps;
        this.reader = reader;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /** Says that there may be something to do. */
    void wake() {
        worker.wake();
    }

    private boolean doNext() {
        boolean isAtWork = false;
        try {
            isAtWork = doNextOfTheOne();
        } finally {
            if (!isAtWork || worker.isStopping()) {
                reader.close();
            }
        }
        if (isAtWork && worker.isStopping()) {
            table.release(instance);
        }
        return isAtWork;
    }

    private boolean doNextOfTheOne() {
        Optional<Rebuild> claimed = table.claim(instance, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        Rebuild rebuild = claimed.get();
        if (!rebuild.isRead()) {
            steps.read(rebuild);
            return true;
        }
        return switch (steps.compare(rebuild)) {
            case GOES_ON -> true;
            case WAITS -> false;
            case IS_DONE -> {
                table.finish(rebuild.id());
                LOG.infof("The rebuild %s has finished", rebuild.id());
                yield true;
            }
        };
    }
}
