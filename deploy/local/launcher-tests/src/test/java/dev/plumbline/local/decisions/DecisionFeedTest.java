package dev.plumbline.local.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.SharedServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServers.class)
class DecisionFeedTest {
    private static final String TOPIC = "plumbline.decisions.v1";
    private static final Map<String, String> NAMES = Map.of("sample-01", "Amara Okafor", "sample-02", "Ben Whitaker");

    private final Servers servers;
    private final KafkaProducer<String, byte[]> producer;

    DecisionFeedTest(Servers servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafka()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
    }

    @Test
    void shows_what_comes_from_now_on_and_the_last_of_what_was_there() throws Exception {
        publish("a", "decision.changed.v1", decision("a", "sample-01", 1, "PENDING", "50.00"));
        publish("x", "decision.changed.v1", decision("x", "another-system-7", 1, "PENDING", "50.00"));
        List<String> lines = new CopyOnWriteArrayList<>();
        try (DecisionFeed feed = DecisionFeed.follow(servers.kafka(), NAMES, lines::add)) {
            assertThat(feed).isNotNull();
            publish("b", "decision.changed.v1", decision("b", "sample-02", 1, "PENDING", "40.00"));
            publish("b", "decision.changed.v1", decision("b", "sample-02", 2, "PENDING", "41.00"));
            publish("b", "decision.waiver-changed.v1", "{\"applicationId\":\"b\"}");
            publish("b", "decision.changed.v1", decision("b", "sample-02", 7, "REJECT", "42.00"));
            publish("b", "decision.verdict-recorded.v1", verdict("b", 7));

            await().atMost(Duration.ofSeconds(60)).until(() -> lines.size() == 3);
        }
        assertThat(lines.get(0)).contains("Ben Whitaker", " 1 ", "PENDING");
        assertThat(lines.get(1)).contains("Ben Whitaker", " 7 ", "PENDING -> REJECT", "42.00");
        assertThat(lines.get(2)).contains("Ben Whitaker", " 7 ", "HIRE (override)", "hiring-manager");

        // Its database was made anew: so are the numbers.
        publish("b", "decision.changed.v1", decision("b", "sample-02", 1, "DISCUSS", "70.00"));
        List<String> latest = DecisionFeed.latest(servers.kafka(), NAMES);
        assertThat(latest).hasSize(2);
        assertThat(latest.get(0)).contains("Amara Okafor", "PENDING");
        assertThat(latest.get(1)).contains("Ben Whitaker", " 1 ", "DISCUSS");
    }

    private static String decision(String id, String externalId, int number, String recommendation, String total) {
        String previous = number == 1 ? "null" : "\"PENDING\"";
        return """
                {"applicationId":"%s","externalId":"%s","number":%d,"recommendation":"%s","previousRecommendation":%s,
                 "band":null,"total":{"low":"%s","high":"100.00"},"withdrawn":false,
                 "trigger":{"eventId":"e","eventType":"dev.plumbline.application.submitted.v1"}}""".formatted(id, externalId, number, recommendation, previous, total);
    }

    private static String verdict(String id, int number) {
        return "{\"applicationId\":\"%s\",\"verdict\":\"HIRE\",\"decisionNumber\":%d,\"override\":true,\"by\":\"hiring-manager\"}"
                .formatted(id, number);
    }

    private void publish(String key, String type, String data) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, key, data.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", ("dev.plumbline." + type).getBytes(StandardCharsets.UTF_8));
        producer.send(record).get(30, TimeUnit.SECONDS);
    }
}
