package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rebuild.Rebuild.Range;
import dev.plumbline.kit.rebuild.Rebuild.Status;
import dev.plumbline.kit.topics.KafkaProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;

/** Starts a rebuild, and ends one before its time. */
@ApplicationScoped
public class StartRebuild {
    private final RebuildTable table;
    private final TopicRanges ranges;
    private final RebuildWorker worker;
    private final RebuildSteps steps;

    StartRebuild(RebuildTable table, TopicRanges ranges, RebuildWorker worker, RebuildSteps steps) {
        this.table = table;
        this.ranges = ranges;
        this.worker = worker;
        this.steps = steps;
    }

    /** Whether this service can say what a rebuild finds. */
    public boolean canCompare() {
        return steps.canCompare();
    }

    /**
     * Asks for a rebuild of what this service keeps of the topics that it reads, in the current transaction.
     *
     * @param by the id of who asks for it
     * @param read what {@link #ranges} said
     * @throws ProblemException 409 where one runs
     */
    public Rebuild start(String by, List<Range> read) {
        UUID id = Ids.next();
        if (!table.insert(id, by, read)) {
            throw new ProblemException(new RebuildError.UnderWay());
        }
        return get(id);
    }

    /** Says that one was asked for, once the transaction is over. */
    public void wake() {
        worker.wake();
    }

    /**
     * Ends one before its time; one that was ended so before stays so.
     *
     * @throws ProblemException 404 where it is not there, 409 where it has come to its end
     */
    public Rebuild cancel(UUID id, String by) {
        boolean isCancelled = table.cancel(id, by);
        Rebuild rebuild = get(id);
        if (!isCancelled && rebuild.status() == Status.FINISHED) {
            throw new ProblemException(new RebuildError.HasFinished(id));
        }
        return rebuild;
    }

    /** @throws ProblemException 404 where it is not there */
    public Rebuild get(UUID id) {
        return table.find(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("rebuild", id.toString())));
    }

    /**
     * Which records a rebuild has to read that starts now. To be called outside of a transaction: it asks Kafka.
     *
     * @throws ProblemException 409 where a topic is missing, 503 where Kafka does not answer, 502 where it refuses to
     */
    public List<Range> ranges() {
        try {
            return ranges.now();
        } catch (KafkaException e) {
            throw KafkaProblems.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
