package dev.plumbline.kit.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The producer of the tests of one application. The topics are other ones in the next, so that has its own. */
final class SharedProducer {
    private static final String RUN_PROPERTY = "plumbline.test.run";

    private static @Nullable SharedProducer current;

    private final String run;
    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> known = new HashSet<>();

    private SharedProducer(String run, String kafka) {
        this.run = run;
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Says that from now on another application is tested, on fresh topics. */
    static void startRun(String run) {
        System.setProperty(RUN_PROPERTY, run);
    }

    static synchronized SharedProducer ofThisRun() {
        String run = System.getProperty(RUN_PROPERTY, "");
        SharedProducer producer = current;
        if (producer == null || !producer.run.equals(run)) {
            if (producer != null) {
                producer.producer.close();
            }
            producer = new SharedProducer(run, Servers.running().kafka());
            current = producer;
        }
        return producer;
    }

    synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        if (known.add(record.topic())) {
            Topics.ensure(kafka, record.topic());
        }
        return producer.send(record);
    }
}
