package dev.plumbline.kit.operations;

import dev.plumbline.kit.metrics.ConsumerLag.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a consumer group is behind on a topic.
 *
 * @param lag records that it has not taken yet
 */
record ConsumerLagResponse(String group, String topic, long lag, List<PartitionLagResponse> partitions) {

    /**
     * The same on one partition.
     *
     * @param committed the offset of the next record that it takes
     * @param end the offset of the next record that is published
     */
    record PartitionLagResponse(int partition, long committed, long end, long lag) {}

    private record Key(String group, String topic) {}

    static List<ConsumerLagResponse> of(List<Place> places) {
        Map<Key, List<Place>> grouped = new LinkedHashMap<>();
        places.stream()
                .sorted(Comparator.comparing(Place::group)
                        .thenComparing(Place::topic)
                        .thenComparing(Place::partition))
                .forEach(place -> grouped.computeIfAbsent(
                                new Key(place.group(), place.topic()), key -> new ArrayList<>())
                        .add(place));
        List<ConsumerLagResponse> lags = new ArrayList<>();
        grouped.forEach((key, of) -> lags.add(new ConsumerLagResponse(
                key.group(),
                key.topic(),
                of.stream().mapToLong(Place::lag).sum(),
                of.stream()
                        .map(place -> new PartitionLagResponse(
                                place.partition(), place.committed(), place.end(), place.lag()))
                        .toList())));
        return lags;
    }
}
