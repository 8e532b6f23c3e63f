package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.TopicConsumer;
import dev.plumbline.kit.inbox.TopicConsumers;
import dev.plumbline.kit.rebuild.Difference.Kind;
import dev.plumbline.kit.rebuild.KeptSubjects.Comparison;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The pieces of a rebuild. Each may be done more than once, and by two instances at a time: it comes to the same. */
@ApplicationScoped
class RebuildSteps {
    private final RebuildTable table;
    private final DifferenceTable differences;
    private final RangeReader reader;
    private final TopicConsumers consumers;
    private final Inbox inbox;
    private final Instance<KeptSubjects> kept;

    RebuildSteps(
            RebuildTable table,
            DifferenceTable differences,
            RangeReader reader,
            TopicConsumers consumers,
            Inbox inbox,
            Instance<KeptSubjects> kept) {
        this.table = table;
        this.differences = differences;
        this.reader = reader;
        this.consumers = consumers;
        this.inbox = inbox;
        this.kept = kept;
    }

    /** How the comparison stands. */
    enum Compared {
        GOES_ON,
        WAITS,
        IS_DONE
    }

    /** Whether this service can say what differs. */
    boolean canCompare() {
        return kept.isResolvable();
    }

    /** Reads some records, and gives them to those who keep what they say, as if they came for the first time. */
    void read(Rebuild rebuild) {
        RangeReader.Read read = reader.next(rebuild.ranges());
        Map<List<TopicConsumer>, List<ConsumerRecord<String, byte[]>>> byKeepers = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : read.records()) {
            List<TopicConsumer> keepers = consumers.keepersOf(record);
            // Nearly all of some topics are of no use to anybody here: nobody is locked because of them.
            if (!keepers.isEmpty()) {
                byKeepers.computeIfAbsent(keepers, of -> new ArrayList<>()).add(record);
            }
        }
        byKeepers.forEach((keepers, records) -> {
            BatchHandler handler = TopicConsumers.together(keepers);
            inbox.consumeBatch(records, canCompare() ? noting(rebuild.id(), keepers, handler) : handler);
            keepers.forEach(TopicConsumer::taken);
        });
        table.advance(rebuild.id(), read.ranges());
    }

    /** The same, and a note of each subject of which something else is kept afterwards. */
    private BatchHandler noting(UUID rebuild, List<TopicConsumer> keepers, BatchHandler handler) {
        return events -> {
            // First, and by those who know what they take: whoever took other locks before would have two transactions
            // wait for each other.
            SortedSet<UUID> subjects = new TreeSet<>();
            keepers.forEach(keeper -> subjects.addAll(keeper.hold(events)));
            Map<UUID, String> before = kept.get().marks(subjects);
            handler.handle(events);
            Map<UUID, String> after = kept.get().marks(subjects);
            differences.add(
                    rebuild,
                    subjects.stream()
                            .filter(subject -> !Objects.equals(before.get(subject), after.get(subject)))
                            .map(subject -> new Difference(subject, Kind.FACTS))
                            .toList());
        };
    }

    /** Compares some subjects. */
    Compared compare(Rebuild rebuild) {
        if (!canCompare()) {
            return Compared.IS_DONE;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> compareSome(rebuild));
        } catch (OvertakenException e) {
            return Compared.GOES_ON;
        }
    }

    private Compared compareSome(Rebuild rebuild) {
        Comparison comparison = kept.get().compareNext(rebuild.lastCompared());
        if (comparison.isPostponed()) {
            return Compared.WAITS;
        }
        UUID last = comparison.last();
        if (last == null) {
            return Compared.IS_DONE;
        }
        if (!table.compared(rebuild.id(), rebuild.lastCompared(), last, comparison.compared())) {
            throw new OvertakenException();
        }
        differences.add(rebuild.id(), comparison.differences());
        return Compared.GOES_ON;
    }

    /** Ends a transaction of which nothing is kept: it was cancelled, or another instance has done the same. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException() {
            super(null, null, false, false);
        }
    }
}
