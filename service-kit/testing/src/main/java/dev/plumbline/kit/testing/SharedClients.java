package dev.plumbline.kit.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The clients of the tests of one application. The topics are other ones in the next, so that has its own. */
final class SharedClients {
    private static final String RUN_PROPERTY = "plumbline.test.run";

    private static @Nullable SharedClients current;

    private final String run;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final Set<String> known = new HashSet<>();

    private SharedClients(String run, String kafka) {
        this.run = run;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
    }

    /** Says that from now on another application is tested, on fresh topics. */
    static void startRun(String run) {
        System.setProperty(RUN_PROPERTY, run);
    }

    static synchronized SharedClients ofThisRun() {
        String run = System.getProperty(RUN_PROPERTY, "");
        SharedClients clients = current;
        if (clients == null || !clients.run.equals(run)) {
            if (clients != null) {
                clients.producer.close();
                clients.admin.close();
            }
            clients = new SharedClients(run, Servers.running().kafka());
            current = clients;
        }
        return clients;
    }

    Admin admin() {
        return admin;
    }

    synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        ensure(record.topic());
        return producer.send(record);
    }

    /** Makes sure, once, that a topic exists. */
    synchronized void ensure(String topic) {
        if (known.add(topic)) {
            Topics.ensure(admin, topic);
        }
    }
}
