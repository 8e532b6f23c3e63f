package dev.plumbline.decision.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.stream.DecisionStream.BrokenOff;
import dev.plumbline.decision.app.stream.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.messaging.stream.StreamTopic.Bounds;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers of a topic of their own, on instances that know nothing of each other. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DecisionTopicStreamTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);
    /** A reader that waits for what is never sent is told so. */
    private static final Duration ALL_OF_IT = Duration.ofMinutes(3);

    private static final int[] ALL = {0, 1, 2};

    private final StreamTopic topic = new StreamTopic(3);
    private final DecisionTopicStream one = topic.instance(new Bounds(5, 2, 5000));
    /** Has room for next to nothing: whoever comes here has to catch up. */
    private final DecisionTopicStream other = topic.instance(new Bounds(5, 2, 20));

    @Test
    void nobody_takes_more_than_half_of_the_places() {
        try (Reader first = one.open("zoe", null, event -> true);
                Reader second = one.open("zoe", null, event -> true);
                Reader third = one.open("zoe", null, event -> true)) {
            refuses(DecisionError.TooManyReaders.class, () -> one.open("zoe", null, event -> true));
            try (Reader another = one.open("ana", null, event -> true)) {
                assertThat(one.readers()).isEqualTo(4);
            }
        }
        assertThat(one.readers()).isZero();
    }

    @Test
    void while_kafka_does_not_answer_it_is_asked_once_for_all_who_come() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch comes = new CountDownLatch(1);
        TopicClients dead = new TopicClients(
                () -> {
                    asked.incrementAndGet();
                    await(comes);
                    throw new KafkaException("Kafka does not answer");
                },
                "nothing");
        DecisionTopicStream stream = new DecisionTopicStream(dead, new Bounds(10, 2, 20));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> refuses(
                        ReadingError.StreamUnavailable.class,
                        () -> stream.open(StreamTopic.anybody(), null, event -> true))));
            }
            Awaitility.await("all four ask, or wait").atMost(LONG).until(() -> stream.readers() == 4);
            comes.countDown();
            for (Future<?> reader : readers) {
                reader.get();
            }
        }

        assertThat(asked).hasValue(1);
        assertThat(stream.readers()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        one.stop();
        other.stop();
        topic.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void broken_off_anywhere_and_resumed_on_any_instance_nothing_is_lost_or_doubled(long seed) {
        Random random = new Random(seed);
        String position = start();
        CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
            Random sizes = new Random(-seed);
            while (topic.sent() < 3000) {
                topic.send(1 + sizes.nextInt(40), ALL);
            }
        });

        List<Integer> received = new ArrayList<>();
        int connections = 0;
        Instant deadline = Instant.now().plus(ALL_OF_IT);
        while (!traffic.isDone() || received.size() < topic.sent()) {
            assertThat(Instant.now())
                    .as("%d of %d received", received.size(), topic.sent())
                    .isBefore(deadline);
            connections++;
            try (Reader reader =
                    (random.nextBoolean() ? one : other).open(StreamTopic.anybody(), position, event -> true)) {
                int until = received.size() + random.nextInt(120);
                List<PublishedEvent> events = reader.next(SHORT);
                while (!events.isEmpty() && received.size() < until) {
                    // As a client that is killed with a portion half read: the last event that it saw counts.
                    for (PublishedEvent event : events.subList(0, 1 + random.nextInt(events.size()))) {
                        received.add(number(event));
                        position = event.position();
                    }
                    events = received.size() < until ? nextAfter(reader, position) : List.of();
                }
            } catch (BrokenOff e) {
                // The one without room falls behind now and then: that is one more reconnect.
                assertThat(e).hasMessageContaining("behind");
            }
        }
        traffic.join();

        assertThat(connections).isGreaterThan(20);
        assertThat(received).hasSameSizeAs(new java.util.HashSet<>(received));
        for (int partition : ALL) {
            assertThat(received.stream().filter(number -> number % 3 == partition))
                    .as("partition %d, in its order", partition)
                    .containsExactlyElementsOf(IntStream.range(0, topic.sent())
                            .filter(number -> number % 3 == partition)
                            .boxed()
                            .toList());
        }
    }

    /** Only where the reader stands where the client does: else it has to connect anew. */
    private static List<PublishedEvent> nextAfter(Reader reader, String position) {
        return reader.position().equals(position) ? reader.next(SHORT) : List.of();
    }

    @Test
    void who_has_fallen_behind_catches_up_and_then_reads_with_all_others() {
        String position = start();
        try (Reader present = other.open(StreamTopic.anybody(), null, event -> true)) {
            topic.send(500, ALL);
            awaitTail(other);
            try (Reader late = other.open(StreamTopic.anybody(), position, event -> true)) {
                assertThat(numbers(late, 500)).hasSize(500);
                assertThat(other.catchingUp()).isZero();
                topic.send(15, ALL);
                assertThat(numbers(late, 15)).containsExactlyInAnyOrderElementsOf(numbersFrom(500, 15));
            }
            assertThatThrownBy(() -> present.next(LONG))
                    .isInstanceOf(BrokenOff.class)
                    .hasMessageContaining("behind");
        }
        assertThat(other.readers()).isZero();
    }

    @Test
    void a_short_absence_takes_no_consumer() {
        String position = start();
        topic.send(200, ALL);

        for (int i = 0; i < 5; i++) {
            try (Reader reader = one.open(StreamTopic.anybody(), position, event -> true)) {
                assertThat(numbers(reader, 200)).hasSize(200);
                assertThat(one.catchingUp()).isZero();
            }
        }
    }

    @Test
    void readers_are_bounded_and_so_are_those_who_catch_up() {
        String position = start();
        topic.send(100, ALL);
        awaitTail(other);
        try (Reader present = other.open(StreamTopic.anybody(), null, event -> true)) {
            assertThat(present.next(SHORT)).isEmpty();
            try (Reader first = other.open(StreamTopic.anybody(), "0", event -> true);
                    Reader second = other.open(StreamTopic.anybody(), position, event -> true)) {
                refuses(
                        ReadingError.TooManyCatchingUp.class,
                        () -> other.open(StreamTopic.anybody(), position, event -> true));
                refuses(
                        ReadingError.TooManyCatchingUp.class,
                        () -> other.open(StreamTopic.anybody(), "0", event -> true));
                try (Reader third = other.open(StreamTopic.anybody(), null, event -> true);
                        Reader fourth = other.open(StreamTopic.anybody(), null, event -> true)) {
                    refuses(
                            DecisionError.TooManyReaders.class,
                            () -> other.open(StreamTopic.anybody(), null, event -> true));
                    topic.send(1, ALL);
                    assertThat(numbers(third, 1)).isEqualTo(numbers(fourth, 1));
                }
                assertThat(numbers(first, 101)).isNotEqualTo(List.of());
                assertThat(numbers(second, 101)).hasSize(101);
            }
            try (Reader again = other.open(StreamTopic.anybody(), position, event -> true)) {
                assertThat(numbers(again, 101)).hasSize(101);
            }
        }
        assertThat(other.readers() + other.catchingUp()).isZero();
    }

    @Test
    void partitions_that_are_added_are_read_from_their_beginning() {
        String before = start();
        topic.send(9, ALL);
        List<Integer> received = new ArrayList<>();
        try (Reader reader = one.open(StreamTopic.anybody(), before, event -> true)) {
            received.addAll(numbers(reader, 9));
            String early = reader.position();
            topic.addPartitions(5);
            topic.send(20, 3, 4, 0);

            received.addAll(numbers(reader, 20));
            try (Reader resumed = other.open(StreamTopic.anybody(), early, event -> true)) {
                assertThat(numbers(resumed, 20)).containsExactlyInAnyOrderElementsOf(numbersFrom(9, 20));
                // Positions of before and after go together on either instance.
                try (Reader back = one.open(StreamTopic.anybody(), resumed.position(), event -> true)) {
                    assertThat(back.next(SHORT)).isEmpty();
                    topic.send(5, 4);
                    assertThat(numbers(back, 5)).containsExactlyElementsOf(numbersFrom(29, 5));
                }
            }
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(numbersFrom(0, 29));
    }

    @Test
    void what_is_gone_is_said_and_never_skipped() {
        String position = start();
        topic.send(300, ALL);
        awaitTail(other);
        topic.deleteBefore(1, 50);

        refuses(ReadingError.PositionLost.class, () -> other.open(StreamTopic.anybody(), position, event -> true));
        try (Reader everything = other.open(StreamTopic.anybody(), "0", event -> true)) {
            assertThat(numbers(everything, 250)).hasSize(250);
        }
        String ahead = position.replaceAll("-.*", "-0.999.0");
        refuses(ReadingError.PositionLost.class, () -> one.open(StreamTopic.anybody(), ahead, event -> true));
        refuses(
                ReadingError.PositionLost.class,
                () -> one.open(StreamTopic.anybody(), position + ".0.7", event -> true));
    }

    @Test
    void a_topic_made_anew_is_another_one() {
        String position = start();
        topic.send(30, ALL);
        try (Reader reader = one.open(StreamTopic.anybody(), position, event -> true)) {
            assertThat(numbers(reader, 30)).hasSize(30);
            topic.recreate(3);
            topic.send(3, ALL);

            Awaitility.await("the reader is told")
                    .atMost(LONG)
                    .pollInSameThread()
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> reader.next(LONG)).isInstanceOf(BrokenOff.class));
        }
        refuses(ReadingError.PositionLost.class, () -> one.open(StreamTopic.anybody(), position, event -> true));
        refuses(
                ReadingError.PositionLost.class,
                () -> topic.instance(new Bounds(5, 2, 20)).open(StreamTopic.anybody(), position, e -> true));
    }

    @Test
    void the_position_moves_on_over_what_a_reader_does_not_want() {
        String position = start();
        topic.send(300, ALL);
        awaitTail(other);
        try (Reader reader = other.open(
                StreamTopic.anybody(), position, event -> event.application().equals("p1"))) {
            assertThat(numbers(reader, 100)).allMatch(number -> number % 3 == 1);
            assertThat(reader.next(SHORT)).isEmpty();
            position = reader.position();
        }
        try (Reader rest = other.open(StreamTopic.anybody(), position, event -> true)) {
            assertThat(rest.next(SHORT)).isEmpty();
        }
    }

    /** A position before the first event, on both instances. */
    private String start() {
        try (Reader reader = one.open(StreamTopic.anybody(), null, event -> true);
                Reader same = other.open(StreamTopic.anybody(), null, event -> true)) {
            assertThat(same.position()).isEqualTo(reader.position());
            return reader.position();
        }
    }

    /** Waits until an instance has read all that was sent: a buffer of next to nothing is overwritten while it reads. */
    private void awaitTail(DecisionTopicStream instance) {
        Awaitility.await("the instance has read the topic").atMost(LONG).until(() -> {
            try (Reader reader = instance.open(StreamTopic.anybody(), null, event -> true)) {
                String offsets = reader.position().substring(reader.position().indexOf('-') + 1);
                return Arrays.stream(offsets.split("\\.", -1))
                                .mapToInt(Integer::parseInt)
                                .sum()
                        == topic.sent();
            }
        });
    }

    private static List<Integer> numbers(Reader reader, int count) {
        List<Integer> numbers = new ArrayList<>();
        long deadline = System.nanoTime() + LONG.toNanos();
        while (numbers.size() < count && System.nanoTime() < deadline) {
            reader.next(SHORT).forEach(event -> numbers.add(number(event)));
        }
        assertThat(numbers).hasSize(count);
        return numbers;
    }

    private static int number(PublishedEvent event) {
        return Integer.parseInt(new String(event.event().data(), StandardCharsets.UTF_8));
    }

    private static List<Integer> numbersFrom(int from, int count) {
        return IntStream.range(from, from + count).boxed().toList();
    }

    private static void refuses(Class<? extends ApiError> error, ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.error()).isInstanceOf(error));
    }
}
