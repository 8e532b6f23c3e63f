package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.inbox.TopicConsumers;
import dev.plumbline.kit.metrics.ConsumerGroups;
import dev.plumbline.kit.metrics.ConsumerLag;
import dev.plumbline.kit.metrics.ConsumerLag.Place;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rebuild.Rebuild.Range;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * Which records a rebuild reads: on each partition, from its beginning, those that this service has taken before. What its
 * consumers have not come to yet they take themselves, and what such a record changes is no difference.
 */
@ApplicationScoped
class TopicRanges {
    private final ConsumerLag lag;
    private final ConsumerGroups groups;
    private final TopicConsumers consumers;

    TopicRanges(ConsumerLag lag, ConsumerGroups groups, TopicConsumers consumers) {
        this.lag = lag;
        this.groups = groups;
        this.consumers = consumers;
    }

    /**
     * Asks Kafka.
     *
     * @throws ProblemException 409 where a topic is not there
     * @throws KafkaException where Kafka does not say
     */
    List<Range> now() throws InterruptedException {
        return ranges(lag.read(), groups.ofChannels().keySet(), consumers.kept());
    }

    static List<Range> ranges(ConsumerLag.Reading reading, Set<String> ofChannels, List<String> kept) {
        List<String> missing = kept.stream().filter(reading.missing()::contains).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(new RebuildError.TopicsMissing(missing));
        }
        Map<String, Map<Integer, Long>> ends = new TreeMap<>();
        for (Place place : reading.places()) {
            // A topic that no channel reads is this service's own: all that lies there came from here.
            // Where Kafka lost its last records, a group stands behind the end, and what lies between will not come.
            long end = ofChannels.contains(place.group()) ? Math.min(place.committed(), place.end()) : place.end();
            ends.computeIfAbsent(place.topic(), topic -> new TreeMap<>()).merge(place.partition(), end, Math::min);
        }
        if (!ends.keySet().containsAll(kept)) {
            throw new IllegalStateException("No consumer group is known for each of " + kept);
        }
        return kept.stream()
                .flatMap(topic -> ends.getOrDefault(topic, Map.of()).entrySet().stream()
                        .map(end -> new Range(topic, end.getKey(), 0, end.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
