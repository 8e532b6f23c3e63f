package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.DatabaseLocks.Held;
import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.IncomingFact;
import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.app.RecordFacts;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.decision.messaging.FactConsumer;
import dev.plumbline.decision.messaging.JobConsumer;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.inbox.EnvelopeReader;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Two instances that take facts of the same applications at the same time, in whatever order. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ContentionTest {
    private static final int INSTANCES = 3;
    private static final int ROUNDS = 15;

    private final UUID job = Ids.next();

    @Inject
    RecordFacts recordFacts;

    @Inject
    FactConsumer facts;

    @Inject
    JobConsumer jobs;

    @Inject
    EnvelopeReader envelopes;

    @Inject
    DecisionHistory history;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void instances_that_contend_neither_deadlock_nor_lose_a_fact() throws Exception {
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> applications = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            applications.add(Ids.next());
        }
        List<Callable<Boolean>> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            int instance = i;
            instances.add(() -> takeAll(applications, instance));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
            for (Future<Boolean> done : threads.invokeAll(instances)) {
                done.get();
            }
        }

        assertThat(deadlocks()).isZero();
        List<String> digests = new ArrayList<>();
        for (UUID application : applications) {
            List<PastDecision> decisions = history.after(application, 0, 1000);
            assertThat(decisions).extracting(PastDecision::number).containsExactlyElementsOf(upTo(decisions.size()));
            digests.add(decisions.getLast().contentDigest());
        }
        assertThat(digests.stream().distinct()).hasSize(1);
    }

    @Test
    void a_rebuild_waits_for_what_facts_wait_for_before_it_has_anything() throws Exception {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID missing = new UUID(0, Ids.next().getLeastSignificantBits());
        UUID known = Ids.next();
        Published.send(Published.submitted(known, job, 1));
        Api.awaitNumber(known, 1);
        List<InboundEvent> events =
                List.of(event(Published.submitted(known, job, 1)), event(Published.submitted(missing, job, 1)));
        DatabaseLocks locks = new DatabaseLocks(dataSource);
        String ofKnown = "select id from application where id = ?";

        Held anotherVersion = locks.held(
                "select pg_advisory_xact_lock(?)", job.getMostSignificantBits() ^ job.getLeastSignificantBits());
        assertThat(heldBehind(anotherVersion, events, () -> locks.lockAtOnce(ofKnown, known)))
                .containsExactlyInAnyOrder(missing, known);
        // Another instance is about to create the row.
        Held anotherRow = locks.held("insert into application (id, facts) values (?, ''::bytea) returning id", missing);
        assertThat(heldBehind(anotherRow, events, () -> locks.lockAtOnce(ofKnown, known)))
                .containsExactlyInAnyOrder(missing, known);
    }

    /** What is held for these facts once nobody holds what they wait for. */
    private Set<UUID> heldBehind(Held held, List<InboundEvent> events, Runnable meanwhile) throws Exception {
        try (held;
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Set<UUID>> holding = thread.submit(() -> RolledBack.call(() -> facts.hold(events)));
            held.awaitWaiting();
            meanwhile.run();
            held.close();
            return holding.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_rebuild_keeps_other_instances_from_the_versions_that_it_reads() {
        List<InboundEvent> events = List.of(event(Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.CLINIC)));
        String lock = "select pg_try_advisory_xact_lock_shared(?)";
        long key = job.getMostSignificantBits() ^ job.getLeastSignificantBits();

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(jobs.hold(events)).containsExactly(job);
            assertThat(QuarkusTransaction.requiringNew().call(() -> new DatabaseLocks(dataSource).query(lock, key)))
                    .containsExactly("f");
        });
    }

    private InboundEvent event(ProducerRecord<String, byte[]> record) {
        return envelopes.read(new ConsumerRecord<>(
                record.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
    }

    /** Each instance has the same applications in an order of its own, and some facts that nobody else has. */
    private boolean takeAll(List<UUID> applications, int instance) {
        Random random = new Random(instance);
        for (int round = 1; round <= ROUNDS; round++) {
            List<UUID> mine = new ArrayList<>(applications);
            Collections.shuffle(mine, random);
            List<IncomingFact> facts = new ArrayList<>();
            for (UUID application : mine) {
                facts.add(fact(application, new Lifecycle(Lifecycle.Status.SUBMITTED, job.toString(), 1, "x"), 1));
                facts.add(fact(application, section("s" + instance, round), round));
                facts.add(fact(application, section("hard", round), round));
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> assertThat(recordFacts.record(facts)).isEmpty());
        }
        return true;
    }

    private static FactContent section(String section, int earned) {
        return new SectionResult(section, Figure.of(earned), Figure.of(100), Figure.ZERO, null);
    }

    private static IncomingFact fact(UUID application, FactContent content, long revision) {
        return new IncomingFact(
                application,
                new Fact(content.identity(), revision, content, Digests.fact(content)),
                new Trigger(Ids.next().toString(), "test"),
                0);
    }

    private static List<Integer> upTo(int number) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private long deadlocks() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select deadlocks from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
