package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fact again, in any order, and the whole log again into an empty database: the same decisions. */
@ExtendWith(WholePlatform.class)
class DuplicatesAndShufflesTest {
    private static final List<String> GROUPS =
            List.of("decision-service", "decision-service-facts", "decision-service-own-facts");
    private static final int APPLICATIONS = 12;
    private static final long SEED = 20_261_124L;

    private final Platform platform;
    private final Decisions decisions;

    DuplicatesAndShufflesTest(Platform platform) {
        this.platform = platform;
        this.decisions = new Decisions(platform);
    }

    private Clinic decided() {
        Clinic clinic = Clinic.open(platform);
        Random random = new Random(SEED);
        for (int i = 0; i < APPLICATIONS; i++) {
            String application = clinic.apply(random.nextInt(5) > 0);
            for (String section : List.of("hipaa", "billing", "scheduling", "osha-clia", "judgment")) {
                clinic.score(application, section, random.nextInt(101), random.nextInt(11));
            }
            clinic.score(application, "hipaa", random.nextInt(101), random.nextInt(11));
            if (i % 3 == 0) {
                String flag = clinic.raiseFlag(application, "ETHICAL_LAPSE");
                clinic.rule(application, flag, "ETHICAL_LAPSE", i % 2 == 0 ? "DISMISSED" : "CONFIRMED");
            }
        }
        decisions.awaitEqual(clinic.ledger());
        return clinic;
    }

    private void awaitNoLag() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> platform.topics().lag("decision-service-facts", Topics.FACTS) == 0);
    }

    @Test
    void duplicates_in_any_order_change_nothing() throws Exception {
        Clinic clinic = decided();
        awaitNoLag();
        Awaitility.await().until(() -> platform.database(Service.DECISION).outboxDepth() == 0);
        Map<String, String> before = decisions.contentDigests(clinic.ledger());
        int published = platform.topics().read(Topics.DECISIONS).size();

        List<ConsumerRecord<String, byte[]>> again =
                new ArrayList<>(platform.topics().read(Topics.FACTS));
        again.addAll(List.copyOf(again));
        Collections.shuffle(again, new Random(SEED));
        platform.topics().republish(again);
        awaitNoLag();

        assertThat(before).hasSize(APPLICATIONS);
        assertThat(decisions.contentDigests(clinic.ledger())).isEqualTo(before);
        decisions.awaitEqual(clinic.ledger());
        assertThat(platform.database(Service.DECISION).outboxDepth()).isZero();
        assertThat(platform.topics().read(Topics.DECISIONS)).hasSize(published);
    }

    @Test
    void an_empty_database_is_rebuilt_from_the_topics_to_the_same_digests() throws Exception {
        Clinic clinic = decided();
        awaitNoLag();
        Map<String, String> before = decisions.contentDigests(clinic.ledger());

        platform.kill(Service.DECISION);
        try (var connection = platform.database(Service.DECISION).connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public authorization decision");
        }
        for (String group : GROUPS) {
            platform.topics().forgetOnceEmpty(group);
        }
        platform.restart(Service.DECISION);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(decisions.contentDigests(clinic.ledger())).isEqualTo(before));
        decisions.awaitEqual(clinic.ledger());
    }
}
