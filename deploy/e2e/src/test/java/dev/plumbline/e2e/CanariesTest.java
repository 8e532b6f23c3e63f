package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is personal or secret stays where it was put: no log, no metric and no event holds it. */
@ExtendWith(WholePlatform.class)
class CanariesTest {
    private static final List<String> TOPICS =
            List.of("tests", "jobs", "applications", "assessments", "interviews", "decisions");

    private final Platform platform;

    CanariesTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void what_is_personal_or_secret_is_in_no_log_no_metric_and_no_event() throws IOException {
        Canaries canaries = new Canaries();
        CanaryCalls calls = new CanaryCalls(platform, Clinic.open(platform), canaries);
        String webhook = calls.register();
        String application = calls.apply();
        calls.sit(application);
        calls.interview(application);
        calls.decide(application);
        List.of(Service.values()).forEach(calls::stray);
        awaitAllSaid(webhook);

        Map<String, String> said = new LinkedHashMap<>(logs());
        for (Service service : Service.values()) {
            said.put(
                    "metrics of " + service.title(),
                    platform.withBearer("", service)
                            .get("/q/metrics")
                            .expect(200)
                            .body());
        }
        said.put("topics", topics());
        platform.as("integration", Service.DECISION).delete(webhook).expect(204);

        // The words of those who look are not blind: the application's id is public, and is found.
        assertThat(said.get("topics")).contains(application, "decision.verdict-recorded", "red-flag-changed");
        assertThat(said).hasSizeGreaterThan(2 * Service.values().length);
        assertThat(said).allSatisfy((place, text) -> {
            assertThat(text).as(place).isNotBlank();
            assertThat(canaries.in(text)).as(place).isEmpty();
        });
    }

    /** Until the receiver has been tried, and nothing waits to be published. */
    private void awaitAllSaid(String webhook) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(platform.as("integration", Service.DECISION)
                                .get(webhook + "/deliveries")
                                .expect(200)
                                .body())
                        .contains("CONNECTION_FAILED"));
        for (Service service : Service.values()) {
            Awaitility.await().until(() -> platform.database(service).outboxDepth() == 0);
        }
    }

    private Map<String, String> logs() throws IOException {
        Map<String, String> logs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of(platform.logs()))) {
            for (Path file :
                    files.filter(one -> one.toString().contains("-service")).toList()) {
                logs.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return logs;
    }

    private String topics() {
        List<String> names = new ArrayList<>();
        TOPICS.forEach(topic -> names.add("plumbline." + topic + ".v1"));
        List.of(Service.values()).forEach(service -> names.add("plumbline." + service.title() + ".dead-letters.v1"));
        StringBuilder text = new StringBuilder();
        for (ConsumerRecord<String, byte[]> record : platform.topics().read(names)) {
            text.append(record.key()).append('\n');
            record.headers()
                    .forEach(header -> text.append(header.key())
                            .append('=')
                            .append(latin(header.value()))
                            .append('\n'));
            text.append(latin(record.value())).append('\n');
        }
        return text.toString();
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_log_is_one_json_object_a_line() throws IOException {
        for (Service service : Service.values()) {
            Path log = Path.of(platform.logs()).resolve(service.title() + ".log");
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            List<String> objects =
                    lines.stream().filter(line -> line.startsWith("{")).toList();
            assertThat(objects).as(log.toString()).isNotEmpty();
            for (String line : objects) {
                JsonNode entry = Http.JSON.readTree(line);
                assertThat(entry.path("service").asText()).isEqualTo(service.title());
                assertThat(List.of("timestamp", "level", "loggerName", "message"))
                        .allMatch(entry::hasNonNull, line);
            }
            assertThat(lines)
                    .as("lines that are none")
                    .filteredOn(line -> !line.startsWith("{"))
                    .allMatch(String::isBlank);
        }
    }
}
