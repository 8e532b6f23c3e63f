package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.decision.DatabaseLocks.Held;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Reply;
import dev.plumbline.decision.app.webhook.Deliveries;
import dev.plumbline.decision.app.webhook.Deliveries.Claimed;
import dev.plumbline.decision.app.webhook.Deliveries.Ended;
import dev.plumbline.decision.app.webhook.Deliveries.NewDelivery;
import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.ForgetDeliveries;
import dev.plumbline.decision.app.webhook.ReadWebhooks;
import dev.plumbline.decision.app.webhook.RecordDeliveries;
import dev.plumbline.decision.app.webhook.Redelivery;
import dev.plumbline.decision.app.webhook.SendAgain;
import dev.plumbline.decision.app.webhook.WebhookEvent;
import dev.plumbline.decision.app.webhook.WebhookEventType;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That nobody's webhook waits for what is done to another one, and that what is done to one is done in small pieces. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookLocksTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));
    private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String NEVER_CALLED = "http://localhost:1/never-called";

    @Inject
    Deliveries deliveries;

    @Inject
    RecordDeliveries recordDeliveries;

    @Inject
    SendAgain sendAgain;

    @Inject
    ReadWebhooks readWebhooks;

    @Inject
    ForgetDeliveries forgetDeliveries;

    @Inject
    PassingTime time;

    @Inject
    AgroalDataSource dataSource;

    private final Hooks hooks = new Hooks();
    private final List<Hook> made = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void tidy() {
        time.reset();
        threads.shutdown();
        made.forEach(hooks::delete);
    }

    private DatabaseLocks locks() {
        return new DatabaseLocks(dataSource);
    }

    private Hook make(String url) {
        Hook hook = hooks.make(url);
        made.add(hook);
        return hook;
    }

    private static UUID id(Hook hook) {
        return UUID.fromString(hook.id());
    }

    @Test
    void who_notes_events_holds_no_webhook_while_waiting_for_another() throws Exception {
        List<UUID> all = IntStream.range(0, 5)
                .mapToObj(i -> id(make(NEVER_CALLED)))
                .sorted(Comparator.comparingLong(this::key))
                .toList();
        try (Held held = locks().lane(all.getLast())) {
            Future<?> noted = threads.submit(() -> recordDeliveries.record(List.of(event(Ids.next(), LATER))));
            held.awaitWaiting();

            for (UUID other : all.subList(0, 4)) {
                assertThat(QuarkusTransaction.requiringNew().call(() -> deliveries.tryEnter(other, true)))
                        .isTrue();
            }
            assertThat(noted.isDone()).isFalse();
            held.close();
            noted.get(20, TimeUnit.SECONDS);
        }
        for (UUID one : all) {
            assertThat(locks().query("select id from webhook_delivery where webhook_id = ?", one))
                    .hasSize(1);
        }
    }

    private long key(UUID webhook) {
        return Long.parseLong(locks().query("select hashtextextended('webhook ' || ?::uuid, 0)", webhook)
                .getFirst());
    }

    @Test
    void attempts_that_end_while_their_webhook_is_changed_keep_nobody_else_from_the_database() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (Receiver slow = Receiver.answering(message -> {
                    asked.incrementAndGet();
                    await(mayAnswer);
                    return Reply.of(200);
                });
                Receiver quick = Receiver.answering(200)) {
            Hook one = make(slow.url());
            Hook other = make(quick.url());
            List<WebhookEvent> events = IntStream.range(0, 4)
                    .mapToObj(i -> event(Ids.next(), Instant.now()))
                    .toList();
            add(id(one), events);
            Awaitility.await("four attempts at once")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> asked.get() == 4);
            try (Held held = locks().lane(id(one))) {
                mayAnswer.countDown();
                // Nothing says from outside that the four have their answers; the second of these comes a second later.
                for (int i = 0; i < 2; i++) {
                    WebhookEvent next = event(Ids.next(), Instant.now());
                    add(id(other), List.of(next));
                    hooks.awaitStatus(other, next.id(), "DELIVERED");
                }
            }
            for (WebhookEvent event : events) {
                hooks.awaitStatus(one, event.id(), "DELIVERED");
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_range_is_sent_again_some_at_a_time_and_once_though_it_is_asked_for_twice() {
        UUID webhook = id(make(NEVER_CALLED));
        List<WebhookEvent> events = IntStream.range(0, 1200)
                .mapToObj(i -> event(Ids.next(), LATER.plusMillis((i * 7919) % 1200)))
                .toList();
        // An hour ahead of this instance, which so lets them alone.
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhook, news(events), LATER));
        deliver(webhook, "interval '0'");
        Range range = new Range(LATER, LATER.plusSeconds(10), null);
        try (Held held = locks().rows(
                        "select id from webhook_delivery where webhook_id = ? and event_id = ?",
                        webhook,
                        events.get(700).id())) {
            Redelivery asked = ask(webhook, range);
            held.awaitWaiting();

            assertThat(locks().query(
                                    "select count(*) from webhook_delivery where webhook_id = ? and status = 'PENDING'",
                                    webhook))
                    .containsExactly("500");
            assertThat(ask(webhook, range).id()).isEqualTo(asked.id());
            held.close();
            assertThat(awaitRedelivered(webhook, asked)).isEqualTo(1200);
        }
        assertThat(locks().query(
                                "select event_id from webhook_delivery where webhook_id = ? order by position",
                                webhook))
                .containsExactlyElementsOf(events.stream().map(WebhookEvent::id).toList());
        // What waits is not sent again, and what is done can be asked for once more.
        assertThat(awaitRedelivered(webhook, ask(webhook, range))).isZero();
    }

    /** All that a webhook has, as an attempt at so far from now leaves it. */
    private void deliver(UUID webhook, String fromNow) {
        locks().update(
                        "update webhook_delivery set status = 'DELIVERED', next_attempt_at = null, finished_at = now() + "
                                + fromNow + " where webhook_id = ?",
                        webhook);
    }

    @Test
    void what_was_on_its_way_when_a_range_was_asked_for_is_not_sent_again() {
        UUID webhook = id(make(NEVER_CALLED));
        List<WebhookEvent> events = List.of(event(Ids.next(), LATER), event(Ids.next(), LATER));
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhook, news(events), LATER));
        Range range = new Range(LATER, LATER.plusSeconds(10), null);

        // As where the range is a long one, and is looked at when that has ended which was under way.
        deliver(webhook, "interval '1 minute'");
        assertThat(awaitRedelivered(webhook, ask(webhook, range))).isZero();
        deliver(webhook, "interval '-1 minute'");
        assertThat(awaitRedelivered(webhook, ask(webhook, range))).isEqualTo(2);
    }

    @Test
    void what_somebody_else_has_sent_again_meanwhile_keeps_its_new_place() {
        UUID webhook = id(make(NEVER_CALLED));
        List<WebhookEvent> events = List.of(event(Ids.next(), LATER), event(Ids.next(), LATER));
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhook, news(events), LATER));
        long upTo = deliveries.lastPosition(webhook);
        List<UUID> ids =
                locks()
                        .query("select id from webhook_delivery where webhook_id = ? order by position", webhook)
                        .stream()
                        .map(UUID::fromString)
                        .toList();
        deliver(webhook, "interval '0'");
        QuarkusTransaction.requiringNew().run(() -> deliveries.sendAgain(webhook, ids.getFirst(), LATER));
        deliver(webhook, "interval '0'");

        assertThat(QuarkusTransaction.requiringNew().call(() -> deliveries.sendAgain(webhook, ids, upTo, LATER)))
                .isEqualTo(1);
    }

    @Test
    void no_more_than_twenty_ranges_of_a_webhook_are_under_way() {
        UUID webhook = id(make(NEVER_CALLED));
        Range another = new Range(LATER, LATER.plusSeconds(21), null);
        // Not committed, so that nobody works on them.
        List<Redelivery> again = RolledBack.call(() -> {
            List<Redelivery> asked = IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> sendAgain.range(webhook, new Range(LATER, LATER.plusSeconds(i), null), hooks.owner))
                    .toList();
            assertThatThrownBy(() -> sendAgain.range(webhook, another, hooks.owner))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.error().problem().slug()).isEqualTo("too-many-redeliveries"));
            // One that is under way already is no other one.
            assertThat(sendAgain.range(webhook, asked.getFirst().range(), hooks.owner))
                    .isEqualTo(asked.getFirst());
            return asked;
        });
        assertThat(again).extracting(Redelivery::id).doesNotHaveDuplicates();
    }

    @Test
    void a_range_that_fails_slows_no_other() {
        UUID failing = id(make(NEVER_CALLED));
        UUID other = id(make(NEVER_CALLED));
        Range range = new Range(LATER, LATER.plusSeconds(10), null);
        for (UUID webhook : List.of(failing, other)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> deliveries.add(webhook, news(List.of(event(Ids.next(), LATER))), LATER));
            deliver(webhook, "interval '0'");
        }
        // One more of these is more than the column takes; the worker's longest pause after each would be 10 s.
        for (int i = 0; i < 5; i++) {
            locks().update(
                            "insert into webhook_redelivery"
                                    + " (id, webhook_id, from_time, to_time, up_to, deliveries, requested_at)"
                                    + " values (?, ?, now(), now() + ? * interval '1 day', ?, 2147483647, now())",
                            Ids.next(),
                            failing,
                            i + 1,
                            Long.MAX_VALUE);
        }

        assertThat(awaitRedelivered(other, ask(other, range))).isEqualTo(1);
        assertThat(locks().query(
                                "select id from webhook_redelivery where webhook_id = ? and finished_at is null",
                                failing))
                .hasSize(5);
    }

    private Redelivery ask(UUID webhook, Range range) {
        Redelivery asked = QuarkusTransaction.requiringNew().call(() -> sendAgain.range(webhook, range, hooks.owner));
        sendAgain.wake();
        return asked;
    }

    /** How many were sent again, as soon as all of them are. */
    private int awaitRedelivered(UUID webhook, Redelivery asked) {
        return Awaitility.await("the end of the range")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> readWebhooks.redelivery(webhook, asked.id(), hooks.owner),
                        redelivery -> redelivery.finishedAt() != null)
                .deliveries();
    }

    @Test
    void a_deleted_webhook_is_gone_at_once_and_its_deliveries_soon() {
        Hook hook = hooks.make(NEVER_CALLED);
        add(
                id(hook),
                IntStream.range(0, 1200).mapToObj(i -> event(Ids.next(), LATER)).toList());
        try (Held held = locks().rows("select id from webhook_delivery where webhook_id = ? limit 1", id(hook))) {
            hooks.delete(hook);

            hooks.me().get(Hooks.ONE, hook.id()).then().statusCode(404);
            hooks.me().get(Hooks.ONE + "/deliveries", hook.id()).then().statusCode(404);
            hooks.me().delete(Hooks.ONE, hook.id()).then().statusCode(404);
            assertThat(Api.json(hooks.me().get(Hooks.ALL)).path("items")).isEmpty();
        }
        Awaitility.await("the end of what is left of it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> locks().query("select id from webhook where id = ?", id(hook))
                        .isEmpty());
        assertThat(locks().query("select id from webhook_delivery where webhook_id = ?", id(hook)))
                .isEmpty();
    }

    @Test
    void forgetting_one_webhooks_deliveries_delays_nobody_elses() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hook old = make(NEVER_CALLED);
            Hook other = make(receiver.url());
            WebhookEvent forgotten = event(Ids.next(), Instant.now().minus(Duration.ofDays(31)));
            add(id(old), List.of(forgotten));
            try (Held held = locks().rows("select id from webhook_delivery where event_id = ?", forgotten.id())) {
                // An hour and more from any round that another test has brought about; shorter than things are kept.
                time.pass(Duration.ofDays(20));
                // Removing one wakes who forgets.
                hooks.delete(hooks.make(NEVER_CALLED));
                held.awaitWaiting();
                WebhookEvent event = event(Ids.next(), Instant.now());
                add(id(other), List.of(event));

                hooks.awaitStatus(other, event.id(), "DELIVERED");
                assertThat(held.isWaitedFor()).isTrue();
            }
            Awaitility.await("the end of the old one")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> hooks.log(old).isEmpty());
        }
    }

    @Test
    void who_waits_behind_one_that_ends_and_one_that_is_forgotten_is_let_go() throws Exception {
        UUID webhook = id(make(NEVER_CALLED));
        UUID application = Ids.next();
        Instant longAgo = Instant.now().minus(Duration.ofDays(31));
        List<WebhookEvent> line =
                List.of(event(application, LATER), event(application, longAgo), event(application, LATER));
        // An hour ahead of this instance, which so lets them alone.
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhook, news(line), LATER));
        Claimed first = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.claim(webhook, LATER, LATER.plusSeconds(60)))
                .orElseThrow();
        assertThat(first.eventId()).isEqualTo(line.getFirst().id());
        CompletableFuture<Integer> forgotten = new CompletableFuture<>();
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> forgetting =
                threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(forgetDeliveries.forgetBefore(webhook, Instant.now()))
                            .isEqualTo(1);
                    forgotten.complete(locks().ownPid());
                    await(mayCommit);
                }));
        int holder = forgotten.get(20, TimeUnit.SECONDS);
        Future<Boolean> ended = threads.submit(() -> QuarkusTransaction.requiringNew()
                .call(() -> deliveries.end(first, new Ended("HTTP_200", LATER, 1, Delivery.Status.DELIVERED, null))));
        locks().awaitWaitingFor(holder);
        mayCommit.countDown();
        forgetting.get(20, TimeUnit.SECONDS);

        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> deliveries.claim(webhook, LATER, LATER.plusSeconds(60))))
                .map(Claimed::eventId)
                .contains(line.getLast().id());
    }

    @Test
    void a_delivery_that_is_being_attempted_has_no_next_attempt() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (Receiver receiver = Receiver.answering(message -> {
            asked.incrementAndGet();
            await(mayAnswer);
            return new Reply(503, Map.of());
        })) {
            Hook hook = make(receiver.url());
            String event = Hooks.decided(Ids.next(), 1);
            Awaitility.await("an attempt").atMost(Duration.ofSeconds(20)).until(() -> asked.get() > 0);
            try {
                assertThat(hooks.entry(hook, event).path("status").asText()).isEqualTo("PENDING");
                assertThat(hooks.entry(hook, event).path("nextAttemptAt").isNull())
                        .isTrue();
            } finally {
                mayAnswer.countDown();
            }
            assertThat(hooks.awaitAttempts(hook, event, 1).path("nextAttemptAt").isTextual())
                    .isTrue();
        }
    }

    private void add(UUID webhook, List<WebhookEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhook, news(events), Instant.now()));
    }

    private static List<NewDelivery> news(List<WebhookEvent> events) {
        return events.stream().map(event -> new NewDelivery(event, PAYLOAD)).toList();
    }

    private static WebhookEvent event(UUID application, Instant time) {
        return new WebhookEvent(
                Ids.next().toString(),
                WebhookEventType.DECISION_CHANGED,
                time,
                time,
                application,
                null,
                JsonNodeFactory.instance.objectNode(),
                null);
    }
}
