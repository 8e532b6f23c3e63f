package dev.plumbline.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * An event of one of the services that own facts.
 *
 * @param kind its type and where it belongs
 * @param key the record's key and the event's subject
 * @param data JSON in UTF-8
 */
public record Event(Kind kind, UUID id, String key, byte[] data) {

    /** The kinds of events that the load is made of. */
    public enum Kind {
        JOB_PUBLISHED("job.published.v1", "plumbline.jobs.v1", "job-service"),
        SUBMITTED("application.submitted.v1", "plumbline.applications.v1", "job-service"),
        SCREENED("application.screened.v1", "plumbline.applications.v1", "job-service"),
        SECTION_SCORED("assessment.section-scored.v1", "plumbline.assessments.v1", "assessment-service"),
        QUESTION_RATED("interview.question-rated.v1", "plumbline.interviews.v1", "interview-service");

        private final String type;
        private final String topic;
        private final String service;

        Kind(String type, String topic, String service) {
            this.type = "dev.plumbline." + type;
            this.topic = topic;
            this.service = service;
        }

        /** The CloudEvent's {@code type}. */
        public String type() {
            return type;
        }

        /** The topic of such events. */
        public String topic() {
            return topic;
        }

        /** The service that owns such events, which is also its folder. */
        public String service() {
            return service;
        }
    }

    /** The topics of the facts about applications. */
    public static final List<String> FACT_TOPICS =
            List.of(Kind.SUBMITTED.topic(), Kind.SECTION_SCORED.topic(), Kind.QUESTION_RATED.topic());

    /** The Kafka record of it, a CloudEvent in binary mode. */
    public ProducerRecord<byte[], byte[]> toRecord(Instant time) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id.toString()),
                header("ce_source", "/plumbline/" + kind.service()),
                header("ce_type", kind.type()),
                header("ce_subject", key),
                header("ce_time", time.toString()),
                header("content-type", "application/json"));
        return new ProducerRecord<>(kind.topic(), null, null, utf8(key), data, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
