package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Holds the decisions, as stored and as published, against a ledger. */
public final class Decisions {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";

    private final Platform platform;

    Decisions(Platform platform) {
        this.platform = platform;
    }

    /** The current decision as the API tells it, or nothing where there is none yet. */
    public JsonNode current(String application) {
        Answer answer = platform.as("auditor", Service.DECISION).get("/v1/applications/" + application + "/decision");
        return answer.isAccepted() ? answer.json() : Http.JSON.createObjectNode();
    }

    /** Waits until each application is decided on exactly what the ledger holds. */
    public void awaitEqual(Ledger ledger) {
        for (String application : ledger.applications()) {
            JsonNode expected = ledger.expected(application);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(sectionSeven(current(application)))
                            .as("decision on " + application)
                            .isEqualTo(sectionSeven(expected)));
        }
    }

    /** Waits until an application's current decision has this number. */
    public void awaitNumber(String application, long number) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(current(application).path("number").asLong()).isEqualTo(number));
    }

    /** The fields of section 7 alone, gates by their ids; a node's are low, high, complete and waived. */
    public static JsonNode sectionSeven(JsonNode decision) {
        ObjectNode seven = Http.JSON.createObjectNode();
        for (String field : List.of("recommendation", "band", "complete", "total")) {
            seven.set(field, decision.get(field));
        }
        ObjectNode gates = seven.putObject("gates");
        decision.path("gates")
                .forEach(g -> gates.put(g.path("gate").asText(), g.path("state").asText()));
        ObjectNode nodes = seven.putObject("nodes");
        decision.path("nodes").properties().forEach(entry -> {
            ObjectNode node = nodes.putObject(entry.getKey());
            for (String field : List.of("low", "high", "complete", "waived")) {
                if (entry.getValue().has(field)
                        && !(field.equals("waived")
                                && !entry.getValue().get(field).asBoolean())) {
                    node.set(field, entry.getValue().get(field));
                }
            }
        });
        return seven;
    }

    /**
     * What is published holds for every application of the ledger: numbers rise, each event id has one content, the
     * last event tells what is stored, and each links to the one before.
     */
    public void checkPublished(Ledger ledger) {
        Set<String> applications = new HashSet<>(ledger.applications());
        Map<String, byte[]> bytesById = new HashMap<>();
        Map<String, JsonNode> lastByApplication = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : platform.topics().read(Topics.DECISIONS)) {
            if (!applications.contains(record.key())
                    || !Topics.header(record, "ce_type").equals(CHANGED)) {
                continue;
            }
            byte[] first = bytesById.putIfAbsent(Topics.header(record, "ce_id"), record.value());
            if (first != null) {
                assertThat(record.value()).as("the same event, published again").isEqualTo(first);
                continue;
            }
            JsonNode event = parse(record.value());
            JsonNode before = lastByApplication.put(record.key(), event);
            checkLink(before, event);
        }
        for (String application : applications) {
            JsonNode last = lastByApplication.get(application);
            assertThat(last).as("a published decision on " + application).isNotNull();
            assertThat(last.get("recommendation"))
                    .isEqualTo(current(application).get("recommendation"));
            assertThat(last.get("total")).isEqualTo(current(application).get("total"));
        }
    }

    /** Who follows the stream from the topic's beginning has every event that is there now, and each once. */
    public void checkFollowed(EventStream stream) {
        List<String> published = platform.topics().read(Topics.DECISIONS).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
        Awaitility.await().atMost(PATIENCE).until(() -> stream.received().size() >= published.size());
        assertThat(stream.received()).containsExactlyInAnyOrderElementsOf(published);
    }

    private static void checkLink(JsonNode before, JsonNode event) {
        JsonNode link = event.get("lastPublishedChainDigest");
        if (before == null) {
            assertThat(link.isNull())
                    .as("the first published decision has none before it")
                    .isTrue();
            return;
        }
        assertThat(event.get("number").asLong())
                .isGreaterThan(before.get("number").asLong());
        assertThat(link).isEqualTo(before.get("chainDigest"));
        assertThat(event.get("previousRecommendation")).isEqualTo(before.get("recommendation"));
    }

    /** The content digest of each application's current decision, from the database. */
    public Map<String, String> contentDigests(Ledger ledger) throws java.sql.SQLException {
        Map<String, String> digests = new HashMap<>();
        String sql = "select a.id, encode(d.content_digest, 'hex') from application a"
                + " join decision d on d.application_id = a.id and d.number = a.number";
        try (var connection = platform.database(Service.DECISION).connect();
                var statement = connection.createStatement();
                var rs = statement.executeQuery(sql)) {
            while (rs.next()) {
                digests.put(rs.getString(1), rs.getString(2));
            }
        }
        digests.keySet().retainAll(ledger.applications());
        return digests;
    }

    /** The JSON of a record. */
    public static JsonNode parse(byte[] json) {
        try {
            return Http.JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
