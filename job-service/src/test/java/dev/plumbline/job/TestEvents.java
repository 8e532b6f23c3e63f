package dev.plumbline.job;

import dev.plumbline.kit.testing.TestKafka;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the assessment-service would publish on {@code plumbline.tests.v1}. */
public final class TestEvents {
    public static final String TOPIC = "plumbline.tests.v1";
    public static final String TYPE = "dev.plumbline.test.published.v1";
    public static final String ASSESSMENT_SERVICE = "/plumbline/assessment-service";
    public static final String GROUP = "job-service";

    private TestEvents() {}

    /** A name that no other test has. */
    public static String newTestId() {
        return "test-" + UUID.randomUUID();
    }

    /** The event of a version of a test with one section. */
    public static ProducerRecord<String, byte[]> published(String testId, int revision, String section, int questions) {
        return event(testId, """
                {"testId": "%s", "version": 1, "revision": %d,
                 "sections": [{"section": "%s", "possible": 10, "questions": %d}]}""".formatted(testId, revision, section, questions));
    }

    /** An event with this data. */
    public static ProducerRecord<String, byte[]> event(String key, String json) {
        return TestKafka.event(
                TOPIC, key, TYPE, ASSESSMENT_SERVICE, UUID.randomUUID().toString(), json);
    }

    /** Publishes these and waits until the service has taken all there are. */
    @SafeVarargs
    public static void take(ProducerRecord<String, byte[]>... records) {
        for (ProducerRecord<String, byte[]> record : records) {
            TestKafka.publish(record);
        }
        TestKafka.awaitNoLag(GROUP, TOPIC);
    }
}
