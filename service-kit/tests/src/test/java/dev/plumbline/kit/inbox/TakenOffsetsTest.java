package dev.plumbline.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TakenOffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final List<Map<Integer, Long>> told = new ArrayList<>();
    private final Deque<UniEmitter<? super Void>> answers = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final TakenOffsets offsets = new TakenOffsets(kafka(), later::add);

    /** A consumer that notes what it is told, and answers when the test has it answer. */
    private KafkaConsumer<?, ?> kafka() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("commitAsync");
                    @SuppressWarnings("unchecked")
                    Map<TopicPartition, OffsetAndMetadata> commit =
                            (Map<TopicPartition, OffsetAndMetadata>) arguments[0];
                    Map<Integer, Long> byPartition = new TreeMap<>();
                    commit.forEach((partition, offset) -> byPartition.put(partition.partition(), offset.offset()));
                    told.add(byPartition);
                    return Uni.createFrom().emitter((UniEmitter<? super Void> answer) -> answers.add(answer));
                });
    }

    private void answer() {
        answers.remove().complete(null);
    }

    @Test
    void what_was_lost_is_told_again_though_nothing_comes_after_it() {
        offsets.partitionsAssigned(List.of(FIRST));
        offsets.take(FIRST, 6);
        answers.remove().fail(new IllegalStateException("the connection is gone"));
        later.remove().run();
        answer();
        assertThat(told).containsExactly(Map.of(0, 7L), Map.of(0, 7L));
        assertThat(later).isEmpty();
    }

    @Test
    void what_comes_meanwhile_is_told_together_afterwards() {
        offsets.partitionsAssigned(List.of(FIRST, SECOND));
        offsets.take(FIRST, 6);
        offsets.take(FIRST, 8);
        offsets.take(SECOND, 1);
        offsets.take(FIRST, 9);
        answer();
        answer();
        assertThat(told).containsExactly(Map.of(0, 7L), Map.of(0, 10L, 1, 2L));
        assertThat(answers).isEmpty();
    }

    @Test
    void offsets_may_begin_anew() {
        offsets.partitionsAssigned(List.of(FIRST));
        offsets.take(FIRST, 100);
        answer();
        offsets.partitionsRevoked(List.of(FIRST));
        offsets.partitionsAssigned(List.of(FIRST));
        offsets.take(FIRST, 0);
        assertThat(told).containsExactly(Map.of(0, 101L), Map.of(0, 1L));
    }

    @Test
    void nothing_is_told_of_what_others_have() {
        offsets.partitionsAssigned(List.of(FIRST, SECOND));
        offsets.take(FIRST, 6);
        offsets.take(SECOND, 6);
        offsets.partitionsRevoked(List.of(SECOND));
        answers.remove().fail(new IllegalStateException("another generation"));
        later.remove().run();
        answer();
        offsets.take(SECOND, 7);
        assertThat(told).containsExactly(Map.of(0, 7L), Map.of(0, 7L));
    }

    @Test
    void it_ends_with_the_consumer() {
        offsets.partitionsAssigned(List.of(FIRST));
        offsets.take(FIRST, 6);
        offsets.terminate(true);
        answers.remove().fail(new IllegalStateException("closed"));
        assertThat(later).isEmpty();
    }
}
