package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.decision.app.DecisionsAgain;
import dev.plumbline.decision.events.DecisionChanged;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.DerivedEvents.Derived;
import dev.plumbline.kit.outbox.DerivedEvents.Page;
import dev.plumbline.kit.outbox.DerivedEvents.Position;
import dev.plumbline.kit.outbox.DerivedEvents.Reading;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which decisions are made events again, and where in an application's history. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DecisionsAgainTest {
    private static final int MOST_BYTES = 1 << 24;
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";

    private final UUID job = Ids.next();
    private DatabaseLocks database;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    DecisionsAgain decisionsAgain;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void look() {
        database = new DatabaseLocks(dataSource);
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void what_was_stored_by_an_older_version_or_changed_since_is_left_out_and_the_rest_is_as_it_was() {
        UUID application = DecidedApplication.of(job);
        for (int revision = 2; revision <= 5; revision++) {
            Published.send(Published.section(application, "hard", revision, 90 + revision));
        }
        Api.awaitNumber(application, 7);
        database.awaitEmptyOutbox();
        Map<Integer, DecisionChanged> whole = again(application);
        assertThat(whole).containsOnlyKeys(1, 2, 3, 4, 5, 6, 7);

        Map<Integer, DecisionChanged> left = within(() -> {
            database.update(
                    "update decision set event_id = null, event_place = null, event_trace = null, event_gates = null"
                            + " where application_id = ? and number = 2",
                    application);
            database.update(
                    "update decision set outcome = convert_to(replace(convert_from(outcome, 'UTF8'),"
                            + " '\"complete\":false', '\"complete\":true'), 'UTF8')"
                            + " where application_id = ? and number = 4",
                    application);
            database.update(
                    "update decision set outcome = 'none' where application_id = ? and number = 7", application);
            return again(application);
        });

        // The one behind a changed one tells of that one.
        assertThat(left).containsOnlyKeys(1, 3, 6);
        left.forEach((number, event) -> assertThat(event).isEqualTo(whole.get(number)));
    }

    /** What is so while the work lasts, and for nobody else. */
    private static <T> T within(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void what_waits_in_the_outbox_is_left_to_the_relay() {
        UUID application = DecidedApplication.of(job);
        database.awaitEmptyOutbox();
        Map<Integer, DecisionChanged> left = within(() -> {
            database.update(
                    "insert into outbox (id, topic, headers) overriding system value"
                            + " select event_place, 'nowhere', '[]' from decision where application_id = ? and number = 2",
                    application);
            return again(application);
        });
        assertThat(left).containsOnlyKeys(1, 3);
        assertThat(again(application)).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void who_begins_in_the_middle_of_an_application_looks_at_its_beginning_and_goes_back_nowhere() {
        UUID application = DecidedApplication.of(job);
        database.awaitEmptyOutbox();
        List<Long> places = database
                .query("select event_place::text from decision where application_id = ? order by number", application)
                .stream()
                .map(Long::valueOf)
                .toList();
        Position second = new Position(application.toString(), places.get(1));
        Reading reading = decisionsAgain.behind(second);

        for (int look = 1; look <= 2; look++) {
            Page page = reading.next(1, MOST_BYTES);
            assertThat(page.events()).isEmpty();
            assertThat(page.upTo()).isEqualTo(second);
        }
        Derived third = reading.next(1, MOST_BYTES).events().getFirst();
        assertThat(third.place()).isEqualTo(places.get(2));
        assertThat(third.event().data()).isEqualTo(again(application).get(3));
    }

    @Test
    void long_decisions_are_looked_at_one_by_one_and_the_end_is_where_none_is_left() {
        UUID application = DecidedApplication.of(job);
        database.awaitEmptyOutbox();
        Reading reading = decisionsAgain.behind(new Position(application.toString(), 0));
        List<Integer> numbers = new ArrayList<>();
        for (int look = 1; look <= 3; look++) {
            Page page = reading.next(1000, 1);
            assertThat(page.events()).hasSize(1);
            assertThat(page.upTo())
                    .isEqualTo(new Position(
                            application.toString(), page.events().getFirst().place()));
            numbers.add(((DecisionChanged) page.events().getFirst().event().data()).number());
        }
        assertThat(numbers).containsExactly(1, 2, 3);

        Position behindAll = new Position(new UUID(-1, -1).toString(), Long.MAX_VALUE);
        assertThat(decisionsAgain.behind(behindAll).next(1000, 1)).isEqualTo(new Page(List.of(), null));
    }

    private Map<Integer, DecisionChanged> again(UUID application) {
        Map<Integer, DecisionChanged> events = new TreeMap<>();
        for (Derived one : decisionsAgain
                .behind(new Position(application.toString(), 0))
                .next(1000, MOST_BYTES)
                .events()) {
            if (one.event().key().equals(application.toString())) {
                DecisionChanged event = (DecisionChanged) one.event().data();
                events.put(event.number(), event);
            }
        }
        return events;
    }

    /** Who changes it changes what old events are made again to: see {@code DecisionEvents.changed}. */
    @Test
    void the_event_is_written_as_it_has_always_been() throws Exception {
        UUID id = new UUID(0, 7);
        DecisionChanged event = new DecisionChanged(
                id,
                "ats-1",
                "a-job",
                2,
                "ADVANCE",
                "PENDING",
                null,
                true,
                false,
                new DecisionChanged.Total("70.00", "71.50"),
                List.of(new DecisionChanged.Gate("hard", "PASSED")),
                3,
                new DecisionChanged.Trigger("an-event", CHANGED),
                "c".repeat(64),
                "d".repeat(64),
                "e".repeat(64),
                Instant.parse("2026-11-24T10:00:00.123450Z"));

        assertThat(mapper.writeValueAsString(event))
                .isEqualTo("""
                {"applicationId":"%s","externalId":"ats-1","jobId":"a-job","number":2,"recommendation":"ADVANCE",\
                "previousRecommendation":"PENDING","band":null,"complete":true,"withdrawn":false,\
                "total":{"low":"70.00","high":"71.50"},"gates":[{"gate":"hard","state":"PASSED"}],"rubricVersion":3,\
                "trigger":{"eventId":"an-event","eventType":"%s"},"contentDigest":"%s","chainDigest":"%s",\
                "lastPublishedChainDigest":"%s","decidedAt":"2026-11-24T10:00:00.123450Z"}""".formatted(id, CHANGED, "c".repeat(64), "d".repeat(64), "e".repeat(64)));
    }
}
