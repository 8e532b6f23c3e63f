package dev.plumbline.kit.inbox;

import dev.plumbline.kit.metrics.ConsumerGroups;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who takes which topic in this service. */
@Startup
@ApplicationScoped
public class TopicConsumers {
    private final TreeMap<String, List<TopicConsumer>> byTopic;

    /** @throws IllegalStateException where nobody can take the records of a topic once more that a group reads */
    TopicConsumers(@Any Instance<TopicConsumer> all, ConsumerGroups groups) {
        this.byTopic = all.stream()
                .flatMap(consumer -> consumer.topics().stream())
                .distinct()
                .collect(Collectors.toMap(topic -> topic, topic -> takersOf(topic, all), (a, b) -> a, TreeMap::new));
        var forgotten = groups.topics().values().stream()
                .flatMap(Collection::stream)
                .filter(Predicate.not(byTopic::containsKey))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!forgotten.isEmpty()) {
            throw new IllegalStateException("No TopicConsumer takes the topics " + forgotten);
        }
    }

    private static List<TopicConsumer> takersOf(String topic, Instance<TopicConsumer> all) {
        return all.stream()
                .filter(consumer -> consumer.topics().contains(topic))
                .toList();
    }

    /** Those who take the records of a topic; none where nobody does. */
    public List<TopicConsumer> of(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    /** Those who keep what the records of a topic say; none where nobody does. */
    public List<TopicConsumer> keepersOf(String topic) {
        return of(topic).stream().filter(TopicConsumer::keepsFacts).toList();
    }

    /** Those who keep what this record says; none where nobody does. */
    public List<TopicConsumer> keepersOf(ConsumerRecord<String, byte[]> record) {
        return keepersOf(record.topic()).stream()
                .filter(keeper -> keeper.keeps(record))
                .toList();
    }

    /** The topics of which something is kept, in alphabetical order. */
    public List<String> kept() {
        return byTopic.keySet().stream()
                .filter(topic -> !keepersOf(topic).isEmpty())
                .toList();
    }

    /** Gives events to each of these, in the current transaction. */
    public static BatchHandler together(List<TopicConsumer> consumers) {
        List<BatchHandler> handlers =
                consumers.stream().map(TopicConsumer::handler).toList();
        return events -> handlers.forEach(handler -> handler.handle(events));
    }
}
