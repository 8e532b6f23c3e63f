package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SendInOrderTest {
    private static final int BROKER_TAKES = 300_000;
    /** More than the broker takes, and more than a batch of the producer holds, so that what follows is in another one. */
    private static final int TOO_LARGE = 400_000;
    /** More than the producer takes. */
    private static final int FAR_TOO_LARGE = 9_000_000;

    private static final byte[] KEY = "one key".getBytes(StandardCharsets.UTF_8);

    @Inject
    OutboxProducer producers;

    private static String topic() throws Exception {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        String topic = "ordered-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            NewTopic narrow = new NewTopic(topic, 2, (short) 1)
                    .configs(Map.of("max.message.bytes", Integer.toString(BROKER_TAKES)));
            admin.createTopics(List.of(narrow)).all().get();
        }
        return topic;
    }

    private static ProducerRecord<byte[], byte[]> small(String topic, int n) {
        return new ProducerRecord<>(topic, KEY, Integer.toString(n).getBytes(StandardCharsets.UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> large(String topic, int size) {
        byte[] incompressible = new byte[size];
        new Random(size).nextBytes(incompressible);
        return new ProducerRecord<>(topic, KEY, incompressible);
    }

    private static List<String> on(String topic) {
        return TestKafka.read(topic).stream().map(event -> event.text()).toList();
    }

    /** Also with nothing before it: the broker knows nothing of the producer then, and would take whatever comes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void nothing_behind_a_record_that_the_broker_refuses_gets_there(int before) throws Exception {
        String topic = topic();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < before; n++) {
            records.add(small(topic, n));
            expected.add(Integer.toString(n));
        }
        records.add(large(topic, TOO_LARGE));
        for (int n = before; n < before + 50; n++) {
            records.add(small(topic, n));
        }
        try (Producer<byte[], byte[]> producer = producers.create()) {
            SendInOrder.Sent sent = new SendInOrder(producer).send(records);
            assertThat(sent.acknowledged()).isEqualTo(before);
            assertThat(sent.failure()).hasCauseInstanceOf(RecordTooLargeException.class);
        }
        assertThat(on(topic)).isEqualTo(expected);
    }

    /** All that stands behind the first failure fails with it; who closed for each of them would log for each of them. */
    @Test
    void a_producer_is_closed_once_however_many_records_fail() throws Exception {
        String topic = topic();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(large(topic, TOO_LARGE));
        for (int n = 0; n < 500; n++) {
            records.add(small(topic, n));
        }
        AtomicInteger closed = new AtomicInteger();
        try (Producer<byte[], byte[]> producer = producers.create()) {
            SendInOrder.Sent sent = new SendInOrder(countingCloses(producer, closed)).send(records);
            assertThat(sent.acknowledged()).isZero();
        }
        assertThat(closed).hasValue(1);
        assertThat(on(topic)).isEmpty();
    }

    /** The producer, and how often it was closed through this. */
    @SuppressWarnings("unchecked") // what the proxy implements is asked for in the line before
    private static Producer<byte[], byte[]> countingCloses(Producer<byte[], byte[]> producer, AtomicInteger closed) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    try {
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void what_stands_before_a_record_that_the_producer_refuses_gets_there_and_nothing_else() throws Exception {
        String topic = topic();
        List<ProducerRecord<byte[], byte[]>> records =
                List.of(small(topic, 1), small(topic, 2), large(topic, FAR_TOO_LARGE), small(topic, 3));
        try (Producer<byte[], byte[]> producer = producers.create()) {
            SendInOrder.Sent sent = new SendInOrder(producer).send(records);
            assertThat(sent.acknowledged()).isEqualTo(2);
            assertThat(sent.failure()).hasCauseInstanceOf(RecordTooLargeException.class);
        }
        assertThat(on(topic)).containsExactly("1", "2");
    }

    @Test
    void all_of_them_get_there_in_their_order() throws Exception {
        String topic = topic();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 5000; n++) {
            records.add(small(topic, n));
            expected.add(Integer.toString(n));
        }
        try (Producer<byte[], byte[]> producer = producers.create()) {
            assertThat(new SendInOrder(producer).send(records)).isEqualTo(new SendInOrder.Sent(5000, null));
        }
        assertThat(on(topic)).isEqualTo(expected);
    }
}
