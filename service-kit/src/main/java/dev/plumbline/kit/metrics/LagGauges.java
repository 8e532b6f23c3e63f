package dev.plumbline.kit.metrics;

import dev.plumbline.kit.metrics.ConsumerLag.Place;
import dev.plumbline.kit.work.Worker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** What operators see of the consumers' lag: by group and topic, read now and then, no number while Kafka does not say. */
@ApplicationScoped
class LagGauges {
    private static final Logger LOG = Logger.getLogger(LagGauges.class);

    private final ConsumerLag lag;
    private final ConsumerGroups groups;
    private final MeterRegistry meters;
    private final Worker worker;
    private volatile Map<Key, Long> latest = Map.of();

    private record Key(String group, String topic) {}

    LagGauges(ConsumerLag lag, ConsumerGroups groups, LagSettings settings, MeterRegistry meters) {
        this.lag = lag;
        this.groups = groups;
        this.meters = meters;
        this.worker = new Worker("consumer-lag", settings.interval(), this::look);
    }

    void start(@Observes StartupEvent event) {
        groups.topics().forEach((group, topics) -> topics.forEach(topic -> register(new Key(group, topic))));
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    private void register(Key key) {
        Gauge.builder("plumbline.consumer.lag", this, gauges -> gauges.of(key))
                .description("Records of a topic that a consumer group has not taken yet")
                .baseUnit("records")
                .tag("group", key.group())
                .tag("topic", key.topic())
                .register(meters);
    }

    private double of(Key key) {
        Long records = latest.get(key);
        return records == null ? Double.NaN : records;
    }

    private boolean look() throws InterruptedException {
        try {
            latest = sums(lag.read().places());
        } catch (KafkaException e) {
            // Whether Kafka answers is told elsewhere; what was true before is not told any more.
            latest = Map.of();
            LOG.debugf(e, "The consumers' lag cannot be read now");
        }
        return false;
    }

    private static Map<Key, Long> sums(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        place -> new Key(place.group(), place.topic()), Collectors.summingLong(Place::lag)));
    }
}
