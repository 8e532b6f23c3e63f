package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.decision.app.webhook.Deliveries;
import dev.plumbline.decision.app.webhook.Deliveries.Claimed;
import dev.plumbline.decision.app.webhook.Deliveries.Ended;
import dev.plumbline.decision.app.webhook.Deliveries.NewDelivery;
import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.DeliveryLog;
import dev.plumbline.decision.app.webhook.ForgetDeliveries;
import dev.plumbline.decision.app.webhook.RecordDeliveries;
import dev.plumbline.decision.app.webhook.RegisterWebhook;
import dev.plumbline.decision.app.webhook.Webhook;
import dev.plumbline.decision.app.webhook.WebhookEvent;
import dev.plumbline.decision.app.webhook.WebhookEventType;
import dev.plumbline.decision.app.webhook.WebhookFilter;
import dev.plumbline.kit.ids.Ids;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines and claims as several instances use them at once: on a webhook that this one lets alone, because it is an hour ahead. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookLinesTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));
    private static final Instant CLAIM_ENDS = LATER.plusSeconds(60);

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryLog log;

    @Inject
    ForgetDeliveries forgetDeliveries;

    @Inject
    RecordDeliveries recordDeliveries;

    @Inject
    RegisterWebhook registerWebhook;

    @Inject
    AgroalDataSource dataSource;

    private final Hooks hooks = new Hooks();
    private final UUID application = Ids.next();
    private UUID webhook = Ids.next();

    @BeforeEach
    void make() {
        webhook = UUID.fromString(hooks.make("http://localhost:1/never-called").id());
    }

    @AfterEach
    void delete() {
        hooks.delete(new Hooks.Hook(webhook.toString(), ""));
    }

    @Test
    void several_instances_never_take_the_same_delivery() throws InterruptedException, ExecutionException {
        List<UUID> applications =
                IntStream.range(0, 200).mapToObj(i -> Ids.next()).toList();
        add(applications.stream().map(one -> event(one, LATER)).toList());
        Set<UUID> taken = ConcurrentHashMap.newKeySet();
        Set<UUID> twice = ConcurrentHashMap.newKeySet();

        inParallel(4, () -> {
            for (Optional<Claimed> next = claim(); next.isPresent(); next = claim()) {
                if (!taken.add(next.get().id())) {
                    twice.add(next.get().id());
                }
            }
            return null;
        });

        assertThat(twice).isEmpty();
        assertThat(taken).hasSize(200);
    }

    @Test
    void adding_while_the_last_one_is_finished_leaves_nobody_behind() throws InterruptedException, ExecutionException {
        int events = 150;
        List<String> delivered = new ArrayList<>();
        List<WebhookEvent> all = IntStream.range(0, events)
                .mapToObj(i -> event(application, LATER))
                .toList();
        ExecutorService adding = Executors.newSingleThreadExecutor();
        try (adding) {
            Future<?> added = adding.submit(() -> all.forEach(one -> add(List.of(one))));
            while (delivered.size() < events) {
                boolean isAllAdded = added.isDone();
                Optional<Claimed> next = claim();
                next.ifPresent(claimed -> {
                    assertThat(claim()).as("one of an application at a time").isEmpty();
                    end(claimed);
                    delivered.add(claimed.eventId());
                });
                assertThat(next.isPresent() || !isAllAdded)
                        .as("after %d of %d somebody waits for ever", delivered.size(), events)
                        .isTrue();
            }
            added.get();
        }

        assertThat(delivered)
                .containsExactlyElementsOf(all.stream().map(WebhookEvent::id).toList());
    }

    @Test
    void a_batch_is_kept_in_its_order_and_an_event_only_once() {
        WebhookEvent first = event(application, LATER);
        WebhookEvent second = event(application, LATER.minusSeconds(3));
        add(List.of(first, second, first));
        add(List.of(second, first));

        List<String> order = new ArrayList<>();
        for (Optional<Claimed> next = claim(); next.isPresent(); next = claim()) {
            end(next.get());
            order.add(next.get().eventId());
        }

        assertThat(order).containsExactly(first.id(), second.id());
    }

    @Test
    void who_comes_back_after_their_claim_has_run_out_changes_nothing() {
        add(List.of(event(application, LATER)));
        Claimed lost = claim().orElseThrow();
        assertThat(claim()).isEmpty();
        Claimed found = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.claim(webhook, CLAIM_ENDS, CLAIM_ENDS.plusSeconds(60)))
                .orElseThrow();

        assertThat(found.id()).isEqualTo(lost.id());
        assertThat(found.attempt()).isEqualTo(2);
        assertThat(end(lost)).isFalse();
        assertThat(status(found.id())).isEqualTo(Delivery.Status.PENDING);
        assertThat(end(found)).isTrue();
        assertThat(status(found.id())).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(end(found)).isFalse();
    }

    @Test
    void what_is_forgotten_lets_the_next_in_its_line_go() {
        WebhookEvent old = event(application, Instant.now().minus(Duration.ofDays(31)));
        WebhookEvent recent = event(application, Instant.now());
        add(List.of(old, recent));

        assertThat(QuarkusTransaction.requiringNew().call(() -> forgetDeliveries.forgetBefore(webhook, Instant.now())))
                .isEqualTo(1);

        assertThat(log.list(webhook, null, null, 10))
                .extracting(Delivery::eventId)
                .containsExactly(recent.id());
        assertThat(log.list(webhook, null, null, 10).getFirst().nextAttemptAt()).isNotNull();
    }

    @Test
    void what_happened_before_a_webhook_was_made_is_not_told_when_its_topic_is_written_again() {
        Instant before = Instant.now().minus(Duration.ofHours(1));
        WebhookEvent old = event(application, before, Instant.now().plusSeconds(1));
        WebhookEvent recent = event(application, Instant.now(), Instant.now().plusSeconds(1));

        recordDeliveries.record(List.of(old, recent));

        assertThat(log.list(webhook, null, null, 10))
                .extracting(Delivery::eventId)
                .containsExactly(recent.id());
        // As where it waited to be published when the webhook was made.
        locks().update("update webhook set told_from = now() - interval '2 hours' where id = ?", webhook);
        recordDeliveries.record(List.of(old, recent));
        assertThat(log.list(webhook, null, null, 10))
                .extracting(Delivery::eventId)
                .containsExactly(recent.id(), old.id());
    }

    /** It does not know from when on: better it is told of too much than that it misses what waited when it was made. */
    @Test
    void a_webhook_that_an_older_instance_has_made_is_told_of_whatever_is_published() {
        locks().update("update webhook set told_from = null where id = ?", webhook);
        WebhookEvent old = event(
                application,
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plusSeconds(1));

        recordDeliveries.record(List.of(old));

        assertThat(log.list(webhook, null, null, 10))
                .extracting(Delivery::eventId)
                .containsExactly(old.id());
    }

    @Test
    void who_comes_while_events_wait_to_be_published_is_told_of_them() {
        Webhook made = RolledBack.call(() -> {
            locks().update("insert into outbox (topic, headers, created_at)"
                    + " values ('plumbline.decisions.v1', '', now() - interval '1 hour')");
            return registerWebhook.register(
                    hooks.owner, "https://ats.example.com", new WebhookFilter(List.of(), List.of()));
        });

        assertThat(Duration.between(made.toldFrom(), made.createdAt()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    private DatabaseLocks locks() {
        return new DatabaseLocks(dataSource);
    }

    private Delivery.Status status(UUID delivery) {
        return log.find(webhook, delivery).orElseThrow().status();
    }

    private void add(List<WebhookEvent> events) {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.add(
                        webhook,
                        events.stream()
                                .map(event -> new NewDelivery(event, payload))
                                .toList(),
                        LATER));
    }

    private Optional<Claimed> claim() {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.claim(webhook, LATER, CLAIM_ENDS));
    }

    private boolean end(Claimed claimed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.end(claimed, new Ended("HTTP_200", LATER, 1, Delivery.Status.DELIVERED, null)));
    }

    private static WebhookEvent event(UUID application, Instant time) {
        return event(application, time, time);
    }

    private static WebhookEvent event(UUID application, Instant time, Instant published) {
        return new WebhookEvent(
                Ids.next().toString(),
                WebhookEventType.DECISION_CHANGED,
                time,
                published,
                application,
                null,
                JsonNodeFactory.instance.objectNode(),
                null);
    }

    private static void inParallel(int threads, Callable<Void> work) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(thread -> work).toList())) {
                done.get();
            }
        }
    }
}
