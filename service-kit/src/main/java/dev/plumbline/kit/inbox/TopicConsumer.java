package dev.plumbline.kit.inbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of topics: as they come, from a channel or a thread of its own, and once more when an operator asks
 * for it. Every bean that gives records to an {@link Inbox} is one.
 */
public interface TopicConsumer {
    /** The topics whose records it takes. */
    Set<String> topics();

    /** Takes events of these topics, in the current transaction; see {@link Inbox#oneByOne} for one that takes them alone. */
    BatchHandler handler();

    /**
     * Whether what it keeps of a topic can be made again by reading the topic again: false where it passes events on and
     * forgets them.
     */
    default boolean keepsFacts() {
        return true;
    }

    /**
     * Whether it keeps anything of what this record says, as far as its headers tell; of a topic of which it keeps facts. What
     * is not kept need not be read again.
     */
    default boolean keeps(ConsumerRecord<String, byte[]> record) {
        return true;
    }

    /**
     * Takes, in the current transaction, the locks that taking these events takes, and in the same order; it changes nothing
     * that is kept, and sets nothing aside. For a rebuild of a service that has {@link
     * dev.plumbline.kit.rebuild.KeptSubjects}: it looks at what is kept before and after.
     *
     * @return the subjects of which nobody else changes what is kept until the transaction ends, and of which these events may
     */
    default Set<UUID> hold(List<InboundEvent> events) {
        return Set.of();
    }

    /** Called after a transaction in which it has taken something: for whoever waits for that. */
    default void taken() {
        // Most have nobody to wake.
    }
}
