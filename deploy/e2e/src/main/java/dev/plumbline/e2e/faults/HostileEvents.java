package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Topics;
import dev.plumbline.local.platform.Service;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events that nobody should send, among those that count. */
public final class HostileEvents {
    private static final String TOPIC = "plumbline.assessments.v1";
    private static final String SCORED = "dev.plumbline.assessment.section-scored.v1";
    private static final String OWNER = "/plumbline/assessment-service";
    private static final int TWO_MEGABYTES = 2 << 20;
    private static final int NEARLY_TOO_LARGE = 900_000;
    private static final long FAR_AHEAD = 1_000_000;
    private static final int SET_ASIDE = 4;
    private static final int A_FEW = 1000;
    private static final int POINTS = 77;
    private static final int RIGHT = 7;

    private final Arena arena;
    private final Topics topics;

    private HostileEvents(Arena arena) {
        this.arena = arena;
        this.topics = arena.platform().topics();
    }

    /** Records that are no events, no JSON, of a forged source, about something else than their key, and too large. */
    public static Fault poison() {
        return new Fault("poison, forged and oversized events", arena -> new HostileEvents(arena).poisonAll());
    }

    /** Events of a schema that is newer than the consumer's: members that it does not know, and a type. */
    public static Fault newerSchema() {
        return new Fault("events of a newer schema", arena -> new HostileEvents(arena).strikeWithNewer());
    }

    /** Every fact again, several times and in any order. */
    public static Fault duplicatesInAnyOrder(int times, long seed) {
        return new Fault(
                "every fact %d times more, in any order".formatted(times),
                arena -> new HostileEvents(arena).shuffle(times, new Random(seed)));
    }

    private void poisonAll() throws Exception {
        long before = deadLetters();
        arena.strikeMidBatch(at -> publishPoison());
        arena.lift();
        arena.await("dead letters", () -> deadLetters() == before + SET_ASIDE);
    }

    private void publishPoison() {
        String application = arena.load().clinic().ledger().applications().getFirst();
        byte[] valid = scored(application, FAR_AHEAD).toString().getBytes(StandardCharsets.UTF_8);
        topics.publish(new ProducerRecord<>(TOPIC, application, new byte[] {(byte) 0xFF, 0, 1}));
        topics.publish(event(application, application, OWNER, "{\"revision\": ".getBytes(StandardCharsets.UTF_8)));
        topics.publish(event(application, application, "/plumbline/interview-service", valid));
        topics.publish(event("somebody-else", application, OWNER, valid));
        if (topics.publish(event(application, application, OWNER, new byte[TWO_MEGABYTES]))) {
            throw new IllegalStateException("The broker took a record of 2 MB");
        }
    }

    private long deadLetters() throws SQLException {
        return arena.platform().database(Service.DECISION).count("select count(*) from dead_letter where reason <> ''");
    }

    private void strikeWithNewer() throws Exception {
        Clinic clinic = arena.load().clinic();
        String application = clinic.apply(true);
        arena.strikeMidBatch(at -> publishNewer(application));
        clinic.ledger().section(application, "hipaa", Clinic.result(POINTS, RIGHT));
        arena.lift();
    }

    private void publishNewer(String application) {
        ObjectNode data = scored(application, 1);
        data.put("scoredWith", "a rule of next year").putObject("review").put("by", "nobody yet");
        data.put("appendix", "x".repeat(NEARLY_TOO_LARGE));
        topics.publish(event(application, application, OWNER, data.toString().getBytes(StandardCharsets.UTF_8)));
        ProducerRecord<String, byte[]> unknown = event(application, application, OWNER, new byte[] {'{', '}'});
        unknown.headers().remove("ce_type");
        unknown.headers().add("ce_type", utf8("dev.plumbline.assessment.section-scored.v2"));
        topics.publish(unknown);
    }

    private void shuffle(int times, Random random) throws Exception {
        List<ConsumerRecord<String, byte[]>> facts = topics.read(Topics.FACTS);
        List<ConsumerRecord<String, byte[]>> again = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            again.addAll(facts);
        }
        Collections.shuffle(again, random);
        int few = Math.min(A_FEW, again.size());
        arena.strikeMidBatch(at -> topics.republish(again.subList(0, few)));
        // Nobody's batch has to wait for all of them.
        topics.republish(again.subList(few, again.size()));
        arena.lift();
    }

    private static ObjectNode scored(String application, long revision) {
        return Clinic.result(POINTS, RIGHT)
                .put("applicationId", application)
                .put("section", "hipaa")
                .put("revision", revision);
    }

    private static ProducerRecord<String, byte[]> event(String key, String subject, String source, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, key, data);
        record.headers()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(UUID.randomUUID().toString()))
                .add("ce_source", utf8(source))
                .add("ce_type", utf8(SCORED))
                .add("ce_subject", utf8(subject))
                .add("ce_time", utf8(Instant.now().toString()))
                .add("content-type", utf8("application/json"));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
