package dev.plumbline.kit.operations;

import dev.plumbline.kit.outbox.OutboxBacklog;
import dev.plumbline.kit.outbox.OutboxBacklog.Waiting;
import java.util.List;

/**
 * What waits to be published.
 *
 * @param depth rows that wait
 * @param oldestSeconds how long the oldest of them has waited; 0 where none waits
 * @param topics those that something waits for
 */
record OutboxResponse(long depth, double oldestSeconds, List<OutboxTopicResponse> topics) {

    /** What waits for one topic. */
    record OutboxTopicResponse(String topic, long depth, double oldestSeconds) {}

    static OutboxResponse of(List<Waiting> waiting) {
        return new OutboxResponse(
                OutboxBacklog.depth(waiting),
                OutboxBacklog.age(waiting),
                waiting.stream()
                        .map(one -> new OutboxTopicResponse(one.topic(), one.rows(), one.oldestSeconds()))
                        .toList());
    }
}
