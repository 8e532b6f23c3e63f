package dev.plumbline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerGroupsTest {
    @Test
    void groups_and_topics_are_those_of_the_channels_and_further_ones() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "mp.messaging.incoming.jobs.topic", "jobs.v1",
                                "mp.messaging.incoming.jobs.group.id", "service",
                                "mp.messaging.incoming.tests.topic", "tests.v1",
                                "mp.messaging.incoming.tests.group.id", "service",
                                "mp.messaging.incoming.facts.topics", "b.v1,a.v1",
                                "mp.messaging.incoming.facts.group.id", "service-facts",
                                "mp.messaging.outgoing.other.topic", "other.v1",
                                "plumbline.lag.interval", "PT10S",
                                "plumbline.lag.groups.\"service-hooks\"", "c.v1"),
                        "test",
                        100))
                .withMapping(LagSettings.class)
                .build();

        assertThat(new ConsumerGroups(config, config.getConfigMapping(LagSettings.class))
                        .topics()
                        .toString())
                .isEqualTo("{service=[jobs.v1, tests.v1], service-facts=[a.v1, b.v1], service-hooks=[c.v1]}");
    }
}
