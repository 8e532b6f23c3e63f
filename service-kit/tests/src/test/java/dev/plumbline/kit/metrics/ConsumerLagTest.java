package dev.plumbline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.kit.metrics.ConsumerLag.Place;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConsumerLagTest {
    @Inject
    @Identifier("default-kafka-broker") Instance<Map<String, Object>> broker;

    @Test
    void a_topic_that_is_missing_is_named_and_hides_no_other() throws InterruptedException {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "plumbline.lag.interval", "PT10S",
                                "plumbline.lag.groups.\"nobody\"", "lost.v1,incoming.v1,gone.v1"),
                        "test",
                        100))
                .withMapping(LagSettings.class)
                .build();
        ConsumerLag lag =
                new ConsumerLag(broker, new ConsumerGroups(config, config.getConfigMapping(LagSettings.class)));
        try {
            ConsumerLag.Reading reading = lag.read();
            assertThat(reading.missing()).containsExactly("gone.v1", "lost.v1");
            assertThat(reading.places())
                    .extracting(Place::topic, Place::partition)
                    .containsExactlyInAnyOrder(tuple("incoming.v1", 0), tuple("incoming.v1", 1));
        } finally {
            lag.close();
        }
    }
}
