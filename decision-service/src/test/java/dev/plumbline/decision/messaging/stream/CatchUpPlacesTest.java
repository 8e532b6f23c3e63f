package dev.plumbline.decision.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.ReadingError.TooManyCatchingUp;
import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.messaging.stream.StreamTopic.Bounds;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a restart all readers come back at once, each with little to read: who has no place to catch up waits for one. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CatchUpPlacesTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ALL_THERE_IS = "0";

    private final StreamTopic topic = new StreamTopic(1);

    @AfterEach
    void stop() {
        topic.close();
    }

    @Test
    void who_waits_gets_the_place_that_is_given_back() throws Exception {
        DecisionTopicStream instance = topic.instance(new Bounds(5, 1, LONG, 20));
        topic.send(7, 0);
        FutureTask<Reader> opening =
                new FutureTask<>(() -> instance.open(StreamTopic.anybody(), ALL_THERE_IS, event -> true));
        Thread waiting = new Thread(opening, "waits-for-a-place");
        try (Reader first = instance.open(StreamTopic.anybody(), ALL_THERE_IS, event -> true)) {
            waiting.start();
            Awaitility.await("the second one waits")
                    .atMost(LONG)
                    .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            assertThat(instance.catchingUp()).isEqualTo(1);
        }

        try (Reader second = opening.get(LONG.toSeconds(), TimeUnit.SECONDS)) {
            assertThat(second.next(LONG)).isNotEmpty();
        }
        assertThat(instance.catchingUp() + instance.readers()).isZero();
        instance.stop();
    }

    @Test
    void who_has_waited_long_enough_is_asked_to_come_again() {
        DecisionTopicStream instance = topic.instance(new Bounds(5, 1, SHORT, 20));
        try (Reader first = instance.open(StreamTopic.anybody(), ALL_THERE_IS, event -> true)) {
            assertThat(first.position()).endsWith("-0");
            long begin = System.nanoTime();
            assertThatThrownBy(() -> instance.open(StreamTopic.anybody(), ALL_THERE_IS, event -> true))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.error()).isInstanceOf(TooManyCatchingUp.class);
                        assertThat(refused.error().problem().status()).isEqualTo(503);
                    });

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT);
            assertThat(instance.readers()).isEqualTo(1);
        }
        instance.stop();
    }
}
