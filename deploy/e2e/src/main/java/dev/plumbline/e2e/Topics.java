package dev.plumbline.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The topics, seen from outside. */
public final class Topics {
    /** The topics of the facts about applications. */
    public static final List<String> FACTS =
            List.of("plumbline.applications.v1", "plumbline.assessments.v1", "plumbline.interviews.v1");

    /** The topic of the decisions. */
    public static final String DECISIONS = "plumbline.decisions.v1";

    private final String kafka;

    Topics(String kafka) {
        this.kafka = kafka;
    }

    /** Everything that lies on these topics now, each partition in its order. */
    public List<ConsumerRecord<String, byte[]>> read(List<String> topics) {
        try (var consumer = new KafkaConsumer<>(
                settings("enable.auto.commit", "false"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(t -> consumer.partitionsFor(t).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The same of one topic. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(List.of(topic));
    }

    /** Publishes records again as they are, in this order. */
    public void republish(List<ConsumerRecord<String, byte[]>> records) {
        try (var producer =
                new KafkaProducer<>(settings("acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            for (var r : records) {
                producer.send(new ProducerRecord<>(r.topic(), null, r.key(), r.value(), r.headers()));
            }
            producer.flush();
        }
    }

    /**
     * Publishes a record of any kind.
     *
     * @return whether the broker took it
     */
    public boolean publish(ProducerRecord<String, byte[]> record) {
        Properties settings = settings("acks", "all");
        // It is the broker that says what is too large.
        settings.put("max.request.size", 16 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Records of these topics that a consumer group has not taken yet. */
    public long lag(String group, List<String> topics) {
        return lags(group, topics).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same of each partition where there are any. */
    public Map<TopicPartition, Long> lags(String group, List<String> topics) {
        try (Admin admin = Admin.create(settings("client.id", "e2e"))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<TopicPartition> partitions = new ArrayList<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, description) -> description
                            .partitions()
                            .forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
            var ends = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                    .all()
                    .get();
            Map<TopicPartition, Long> lags = new HashMap<>();
            for (TopicPartition p : partitions) {
                var offset = committed.get(p);
                long end = Objects.requireNonNull(ends.get(p)).offset();
                // A group may stand behind the end of a topic that was made anew, and is not done with it then.
                lags.put(p, Math.abs(end - (offset == null ? 0 : offset.offset())));
            }
            lags.values().removeIf(lag -> lag == 0);
            return lags;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes a topic with all that lies on it, and returns when it is gone. */
    public void delete(String topic) {
        try (Admin admin = Admin.create(settings("client.id", "e2e"))) {
            admin.deleteTopics(List.of(topic)).all().get();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Consumers that are in a group now. */
    public long members(String group) {
        try (Admin admin = Admin.create(settings("client.id", "e2e"))) {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .members()
                    .size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what a group has taken, so that it begins at the beginning; waits until its dead members are noticed. */
    public void forgetOnceEmpty(String group) {
        try (Admin admin = Admin.create(settings("client.id", "e2e"))) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                try {
                    admin.deleteConsumerGroups(List.of(group)).all().get();
                    return true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof GroupNotEmptyException) {
                        return false;
                    }
                    throw e;
                }
            });
        }
    }

    /** A header as text; empty where there is none. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Properties settings(String name, String value) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put(name, value);
        return settings;
    }
}
