package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestKafkaTest {
    private static final String SOURCE = "/plumbline/widget-service";

    @BeforeAll
    static void start() {
        new PlatformResource().start();
    }

    @Test
    void publishes_a_cloud_event_in_binary_mode() {
        TestKafka.publish("events", "k", "t.v1", SOURCE, "01890a5d-ac96-774b-bcce-b302099a8057", "{\"n\": 0.1}");
        ReceivedEvent event = TestKafka.read("events").getFirst();
        assertThat(event.key()).isEqualTo("k");
        assertThat(event.type()).isEqualTo("t.v1");
        assertThat(event.data().path("n").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(Envelope.faults("widget-service", event)).isEmpty();
    }

    @Test
    void finds_each_fault_of_an_envelope() {
        TestKafka.publishRaw("raw-events", "k", Map.of("ce_id", "7", "ce_time", "yesterday"), new byte[] {1});
        assertThat(String.join(
                        "\n",
                        Envelope.faults(
                                "widget-service", TestKafka.read("raw-events").getFirst())))
                .contains("ce_type: is missing")
                .contains("ce_source: is ''")
                .contains("ce_id: '7' is no UUIDv7")
                .contains("ce_time: 'yesterday'")
                .contains("traceparent: is not");
    }

    @Test
    void publishes_records_that_are_no_events() {
        TestKafka.publishRaw("raw", null, Map.of("x", "y"), null);
        ReceivedEvent event = TestKafka.read("raw").getFirst();
        assertThat(event.key()).isEmpty();
        assertThat(event.bytes()).isEmpty();
        assertThat(event.headers()).containsExactly(Map.entry("x", "y"));
    }

    @Test
    void a_reader_sees_what_came_before_it_and_after_it() {
        TestKafka.publish("both", "k", "t.v1", SOURCE, "1", "{}");
        try (TopicReader reader = TestKafka.reader("both")) {
            assertThat(reader.readToEnd()).hasSize(1);
            TestKafka.publish("both", "k", "t.v1", SOURCE, "2", "{}");
            assertThat(reader.awaitEvent(event -> event.id().equals("2"))
                            .record()
                            .offset())
                    .isEqualTo(1);
            assertThat(reader.awaitCount(2)).extracting(ReceivedEvent::id).isEqualTo(List.of("1", "2"));
        }
    }

    @Test
    void a_reader_that_waits_in_vain_shows_what_there_is() {
        TestKafka.publish("vain", "k", "t.v1", SOURCE, "the-only-one", "{}");
        try (TopicReader reader = TestKafka.reader("vain")) {
            assertThatThrownBy(() -> reader.await(events -> events.size() == 2, Duration.ofMillis(300)))
                    .isInstanceOf(ConditionTimeoutException.class)
                    .hasMessageContaining("1 records on vain")
                    .hasMessageContaining("the-only-one");
        }
    }

    @Test
    void lag_is_what_a_group_has_not_committed() {
        for (int i = 0; i < 5; i++) {
            TestKafka.publish("lagging", "k" + i, "t.v1", SOURCE, "" + i, "{}");
        }
        assertThat(TestKafka.lag("a-group", "lagging")).isEqualTo(5);
        Map<String, Object> config = Map.of(
                "bootstrap.servers", Servers.running().kafka(), "group.id", "a-group", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("lagging"));
            AtomicInteger read = new AtomicInteger();
            Awaitility.await()
                    .pollInSameThread()
                    .until(() ->
                            read.addAndGet(consumer.poll(Duration.ofMillis(100)).count()) == 5);
            consumer.commitSync();
        }
        TestKafka.awaitNoLag("a-group", "lagging");
    }
}
