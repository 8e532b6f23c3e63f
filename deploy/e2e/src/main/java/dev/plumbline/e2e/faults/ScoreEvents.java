package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.e2e.Decisions;
import dev.plumbline.e2e.Topics;
import dev.plumbline.e2e.faults.ScoreBook.Section;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The scores that the assessment-service has published, by section and revision. */
final class ScoreEvents {
    private static final String SCORED = "dev.plumbline.assessment.section-scored.v1";
    private static final String SOURCE = "/plumbline/assessment-service";

    private final Map<Section, TreeMap<Long, Score>> scores = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    /** One revision of a section's score, and the event that tells it. */
    record Score(String event, int earned) {}

    void take(ConsumerRecord<String, byte[]> record) {
        if (!Topics.header(record, "ce_type").equals(SCORED)
                || !Topics.header(record, "ce_source").equals(SOURCE)) {
            return;
        }
        JsonNode data = json(record.value());
        if (!data.has("revision")) {
            return;
        }
        Section section = new Section(record.key(), data.path("section").asText());
        long revision = data.path("revision").asLong();
        Score score =
                new Score(Topics.header(record, "ce_id"), data.path("earned").asInt());
        Score before = scores.computeIfAbsent(section, key -> new TreeMap<>()).putIfAbsent(revision, score);
        if (before != null) {
            twice.add("%s has revision %d in two events".formatted(section, revision));
        }
    }

    /** Nothing for a record that is no JSON: others may have written it. */
    private static JsonNode json(byte[] value) {
        try {
            return Decisions.parse(value);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The revisions of a section. A call that was sent again has none of its own: it says nothing new. */
    List<Score> of(Section section) {
        return List.copyOf(scores.getOrDefault(section, new TreeMap<>()).values());
    }

    /** The acknowledged scores, all of them and in their order, are what is stored, each once. */
    Finding storedOnce(ScoreBook book) {
        List<String> violations = new ArrayList<>(twice);
        for (Section section : book.sections()) {
            List<Integer> stored = of(section).stream().map(Score::earned).toList();
            List<Integer> acknowledged = book.scores(section);
            if (!stored.equals(acknowledged)) {
                violations.add("%s: %s was acknowledged, %s is stored".formatted(section, acknowledged, stored));
            }
            TreeMap<Long, Score> revisions = scores.getOrDefault(section, new TreeMap<>());
            if (!revisions.isEmpty() && revisions.lastKey() != revisions.size()) {
                violations.add(
                        "%s: %d revisions, the last is %d".formatted(section, revisions.size(), revisions.lastKey()));
            }
        }
        return new Finding("each acknowledged score is stored once, in order", book.acknowledged(), violations);
    }
}
