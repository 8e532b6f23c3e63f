package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformResourceTest {
    private static final String TOPIC = "plumbline.widgets.v1";

    @Test
    void each_start_gives_an_empty_database_and_a_broker_with_nothing_from_before() {
        PlatformResource resource = new PlatformResource();
        resource.init(Map.of("topics", TOPIC));
        Map<String, String> first = resource.start();
        TestKafka.publish(TOPIC, "k", "t", "/plumbline/widget-service", "1", "{\"n\":1}");
        assertThat(TestKafka.read(TOPIC)).hasSize(1);

        Map<String, String> second = resource.start();
        assertThat(TestKafka.read(TOPIC)).isEmpty();
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));

        TestKafka.publish(TOPIC, "k", "t", "/plumbline/widget-service", "2", "{\"n\":2}");
        assertThat(TestKafka.read(TOPIC)).extracting(ReceivedEvent::id).isEqualTo(List.of("2"));
    }
}
