package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Reply;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers, and instances of this service, that do not come to an end. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class HangingReceiversTest {
    @Inject
    PassingTime time;

    private final Hooks hooks = new Hooks();
    private final UUID application = Ids.next();

    @AfterEach
    void set_the_clock_right_and_take_away_what_was_made() {
        time.reset();
        hooks.deleteAll();
    }

    @Test
    void a_receiver_that_hangs_holds_nobody_else_up() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(4);
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver hung = Receiver.answering(message -> {
                    hanging.countDown();
                    awaitThe(release);
                    return Reply.of(200);
                });
                Receiver healthy = Receiver.answering(200)) {
            hooks.make(hung.url());
            hooks.make(healthy.url());
            // More than the hung one has lanes.
            List<UUID> applications =
                    IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
            applications.forEach(one -> Hooks.decided(one, 1));
            hanging.await();

            // All of them, while nobody has let go of the other.
            healthy.await(applications.size());

            assertThat(release.getCount()).isEqualTo(1);
            assertThat(hung.messages()).hasSize(4);
        } finally {
            release.countDown();
        }
    }

    @Test
    void an_answer_that_comes_as_late_as_it_may_is_a_delivery_and_nobody_sends_the_event_again()
            throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering(message -> {
            taken.countDown();
            awaitThe(release);
            return Reply.of(202);
        })) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);
            taken.await();
            // For all who look at the clock; the time that a receiver is given is a real one, and not over.
            time.pass(Duration.ofSeconds(50));
            release.countDown();

            JsonNode entry = hooks.awaitStatus(hook, event, "DELIVERED");

            assertThat(entry.path("attempts")).hasSize(1);
            assertThat(entry.path("attempts").path(0).path("outcome").asText()).isEqualTo("HTTP_202");
            time.pass(Duration.ofMinutes(11));
            String next = Hooks.decided(application, 2);
            hooks.awaitStatus(hook, next, "DELIVERED");
            assertThat(receiver.messages()).extracting(Receiver.Message::id).containsExactly(event, next);
        } finally {
            release.countDown();
        }
    }

    @Test
    void what_an_instance_took_along_when_it_died_is_taken_up_when_its_claim_has_run_out() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering(message -> {
            if (taken.getCount() > 0) {
                taken.countDown();
                awaitThe(release);
                return Reply.of(500);
            }
            return Reply.of(200);
        })) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);
            taken.await();
            // Of the minute that the claim lasts: the rest is what this test may take until here.
            time.pass(Duration.ofSeconds(50));
            assertThat(receiver.messages()).hasSize(1);
            time.pass(Duration.ofSeconds(11));

            JsonNode entry = hooks.awaitStatus(hook, event, "DELIVERED");

            assertThat(entry.path("attempts")).hasSize(2);
            assertThat(entry.path("attempts").path(0).path("outcome").isNull()).isTrue();
            release.countDown();
            // The one who was believed dead comes back, and changes nothing.
            JsonNode late = hooks.awaitAttempts(hook, event, 1);
            assertThat(late.path("status").asText()).isEqualTo("DELIVERED");
            assertThat(late.path("reason").isNull()).isTrue();
        } finally {
            release.countDown();
        }
    }

    private static void awaitThe(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
