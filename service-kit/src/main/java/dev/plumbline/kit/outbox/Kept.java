package dev.plumbline.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Which records are kept after they were published: those of a service's own topics that it cannot make again. */
record Kept(Set<String> topics, Set<String> derived) implements Predicate<ProducerRecord<byte[], byte[]>> {
    static Kept of(OutboxSettings settings) {
        return new Kept(
                Set.copyOf(settings.keep().orElse(List.of())),
                Set.copyOf(settings.derived().orElse(List.of())));
    }

    boolean isAny() {
        return !topics.isEmpty();
    }

    @Override
    public boolean test(ProducerRecord<byte[], byte[]> record) {
        return topics.contains(record.topic()) && !derived.contains(type(record));
    }

    private static String type(ProducerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null || type.value() == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
