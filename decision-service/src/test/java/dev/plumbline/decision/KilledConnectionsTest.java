package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A client whose connection is killed again and again in the middle of traffic, against what lies on the topic. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class KilledConnectionsTest {
    private static final int ROUNDS = 40;
    private static final int APPLICATIONS = 12;

    private final UUID job = Ids.next();
    private final List<UUID> applications =
            IntStream.range(0, APPLICATIONS).mapToObj(i -> Ids.next()).toList();

    @Test
    void the_union_over_all_connections_is_the_topic() {
        Published.publishJob(job, Rubrics.CLINIC);
        Random random = new Random(42);
        String lastId = "";
        try (EventSource source = EventSource.open("?jobId=" + job, null)) {
            Awaitility.await().until(() -> !source.lastId().isEmpty());
            lastId = source.lastId();
        }
        Published.send(applications.stream()
                .map(application -> Published.submitted(application, job, 1))
                .toList());
        applications.forEach(application -> Api.awaitNumber(application, 1));
        CompletableFuture<Void> traffic = CompletableFuture.runAsync(this::score);

        List<String> received = new ArrayList<>();
        int connections = 0;
        int total = APPLICATIONS * (ROUNDS + 1);
        while (received.size() < total) {
            connections++;
            int until = Math.min(total, received.size() + 1 + random.nextInt(20));
            try (RawEvents events = RawEvents.open("?jobId=" + job, lastId)) {
                while (received.size() < until) {
                    EventSource.Event event = events.next();
                    received.add(event.data());
                    lastId = event.id();
                }
            }
        }
        traffic.join();

        assertThat(connections).isGreaterThan(25);
        assertThat(byApplication(received)).isEqualTo(onTheTopic());
    }

    private void score() {
        for (int round = 1; round <= ROUNDS; round++) {
            int revision = round;
            Published.send(applications.stream()
                    .map(application -> Published.section(application, "hard", revision, 50 + revision))
                    .toList());
        }
    }

    private static Map<String, List<String>> byApplication(List<String> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> Api.parse(event).path("applicationId").asText()));
    }

    private Map<String, List<String>> onTheTopic() {
        Map<String, List<String>> events = new HashMap<>();
        for (ReceivedEvent event : TestKafka.read(Published.DECISIONS)) {
            if (event.text().contains(job.toString())) {
                events.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event.text());
            }
        }
        return events;
    }
}
