package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Message;
import dev.plumbline.decision.app.webhook.DeliveryBacklog;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is told of an application by events, either, whom they would tell what others rated before their own rating. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WithheldEventsTest {
    private final UUID job = Ids.next();
    private final UUID owed = Ids.next();
    private final UUID other = Ids.next();
    private final Hooks hooks = new Hooks();

    @Inject
    DeliveryBacklog backlog;

    @BeforeEach
    void an_application_whose_panel_is_known_before_its_first_decision() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(
                Published.panel(owed, "billing", 1, "ana", "mia", hooks.owner),
                Published.rated(owed, "billing", "ana", 1, 5));
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);
    }

    @AfterEach
    void take_away_what_was_made() {
        hooks.deleteAll();
    }

    @Test
    void the_stream_leaves_out_what_is_about_it_until_the_rating_is_given() {
        String from;
        try (EventSource mia = open("mia", null);
                EventSource zoe = open("zoe", null)) {
            mia.awaitComment();
            zoe.awaitComment();
            Awaitility.await().until(() -> !mia.lastId().isEmpty());
            from = mia.lastId();
            Published.send(Published.submitted(owed, job, 1));
            zoe.await(owed.toString());
            Published.send(Published.submitted(other, job, 1));
            // All on one instance read in one order.
            mia.await(other.toString());
            assertThat(mia.events()).noneMatch(event -> event.data().contains(owed.toString()));

            Published.send(Published.rated(owed, "billing", "mia", 1, 4));

            assertThat(mia.await(owed.toString()).data()).contains("\"number\":2");
        }
        // What was left out is there for who goes back.
        try (EventSource again = open("mia", from)) {
            assertThat(again.await(owed.toString(), 2).getFirst().data()).contains("\"number\":1");
        }
    }

    @Test
    void a_webhook_is_told_what_its_owner_may_not_see_once_the_rating_is_given() {
        try (Receiver receiver = Receiver.answering(204)) {
            Hook hook = hooks.make("{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(receiver.url(), job), 201);
            Published.send(Published.submitted(owed, job, 1));
            awaitLog(hook, 1);
            Published.send(Published.submitted(other, job, 1));
            // What is due later is sent, so what was due before it was passed over.
            Message first = receiver.await(1).getFirst();
            assertThat(first.body()).contains(other.toString());
            JsonNode withheld = hooks.log(hook).path(1);
            assertThat(withheld.path("attempts")).isEmpty();
            // It is due, and late for nobody.
            Instant due = Instant.parse(withheld.path("nextAttemptAt").asText());
            assertThat(backlog.read(due.plusSeconds(600)).secondsLate()).isNotCloseTo(600, within(0.001));

            Published.send(Published.rated(owed, "billing", hooks.owner, 1, 4));

            List<Message> then = receiver.await(3);
            assertThat(then.subList(1, 3)).allMatch(message -> message.body().contains(owed.toString()));
            assertThat(then.subList(1, 3)).extracting(Message::number).containsExactly(1, 2);
        }
    }

    private void awaitLog(Hook hook, int count) {
        Awaitility.await(count + " deliveries")
                .atMost(Duration.ofSeconds(20))
                .until(() -> hooks.log(hook).size() == count);
    }

    private EventSource open(String person, @Nullable String lastEventId) {
        return EventSource.open("?jobId=" + job, lastEventId, Tokens.of(person, "auditor"));
    }
}
