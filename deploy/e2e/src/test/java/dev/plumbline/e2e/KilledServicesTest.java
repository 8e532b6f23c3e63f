package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each service killed as by a crash while its work is in flight: accepted and not yet published, or published and not
 * yet consumed. After the restart nothing is lost, doubled or stale.
 */
@ExtendWith(WholePlatform.class)
class KilledServicesTest {
    private static final int APPLICATIONS = 5;
    private static final List<String> SECTIONS = List.of("hipaa", "billing", "scheduling", "osha-clia", "judgment");

    private final Platform platform;
    private final Decisions decisions;

    KilledServicesTest(Platform platform) {
        this.platform = platform;
        this.decisions = new Decisions(platform);
    }

    /** Applications with their first decision, so that from now on each fact has a decision of its own. */
    private Clinic withApplications() {
        Clinic clinic = Clinic.open(platform);
        for (int i = 0; i < APPLICATIONS; i++) {
            clinic.apply(true);
        }
        decisions.awaitEqual(clinic.ledger());
        return clinic;
    }

    private long number(String application) {
        return decisions.current(application).get("number").asLong();
    }

    /** Each accepted fact has led to one decision: none was lost, none doubled. */
    private void checkOneDecisionForEachOf(int facts, Clinic clinic, List<Long> before) {
        List<String> applications = clinic.ledger().applications();
        for (int i = 0; i < applications.size(); i++) {
            assertThat(number(applications.get(i)))
                    .as("number of decisions on " + applications.get(i))
                    .isEqualTo(before.get(i) + facts);
        }
    }

    private void crashWithFullOutbox(Service service, Work work) throws Exception {
        try (Connection relay = platform.database(service).holdRelay()) {
            assertThat(relay.isValid(1)).isTrue();
            work.run();
            assertThat(platform.database(service).outboxDepth())
                    .as("work in flight in " + service.title())
                    .isPositive();
            platform.kill(service);
            assertThat(platform.database(service).outboxDepth()).isPositive();
        }
        platform.restart(service);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> platform.database(service).outboxDepth() == 0);
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void job_service_loses_no_application() throws Exception {
        Clinic clinic = withApplications();
        List<Long> before =
                clinic.ledger().applications().stream().map(this::number).toList();
        List<String> known = clinic.ledger().applications();
        List<String> late = new ArrayList<>();
        crashWithFullOutbox(Service.JOB, () -> {
            late.add(clinic.apply(false));
            late.add(clinic.apply(true));
            known.forEach(application -> clinic.screen(application, false));
        });
        decisions.awaitEqual(clinic.ledger());
        for (int i = 0; i < known.size(); i++) {
            assertThat(number(known.get(i))).isEqualTo(before.get(i) + 1);
        }
        assertThat(late)
                .allSatisfy(application -> assertThat(number(application)).isPositive());
        decisions.checkPublished(clinic.ledger());
    }

    @Test
    void assessment_service_loses_no_score() throws Exception {
        Clinic clinic = withApplications();
        List<Long> before =
                clinic.ledger().applications().stream().map(this::number).toList();
        crashWithFullOutbox(Service.ASSESSMENT, () -> {
            for (String application : clinic.ledger().applications()) {
                SECTIONS.forEach(section -> clinic.score(application, section, 80, 8));
            }
        });
        decisions.awaitEqual(clinic.ledger());
        checkOneDecisionForEachOf(SECTIONS.size(), clinic, before);
        decisions.checkPublished(clinic.ledger());
    }

    @Test
    void interview_service_loses_no_rating_and_no_flag() throws Exception {
        Clinic clinic = withApplications();
        List<Long> before =
                clinic.ledger().applications().stream().map(this::number).toList();
        int questions = clinic.questions().size();
        crashWithFullOutbox(Service.INTERVIEW, () -> {
            for (String application : clinic.ledger().applications()) {
                String interview = clinic.interview(application, List.of("interviewer", "interviewer-2"));
                clinic.rateAll(application, interview, "interviewer", 4);
                clinic.raiseFlag(application, "CONFIDENTIALITY_BREACH");
                clinic.attest(application, "interviewer", true);
            }
        });
        decisions.awaitEqual(clinic.ledger());
        checkOneDecisionForEachOf(2 * questions + 2, clinic, before);
        decisions.checkPublished(clinic.ledger());
    }

    @Test
    void decision_service_killed_with_lag_decides_each_fact_once() throws Exception {
        Clinic clinic = withApplications();
        List<Long> before =
                clinic.ledger().applications().stream().map(this::number).toList();
        String first = clinic.ledger().applications().getFirst();
        try (Connection lock = platform.database(Service.DECISION).connect();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            // The batch that holds this application's facts cannot go on until the service is dead.
            statement.execute("select id from application where id = '" + UUID.fromString(first) + "' for update");
            for (String application : clinic.ledger().applications()) {
                SECTIONS.forEach(section -> clinic.score(application, section, 70, 7));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform.topics().lag("decision-service-facts", Topics.FACTS) > 0
                            && platform.database(Service.ASSESSMENT).outboxDepth() == 0);
            platform.kill(Service.DECISION);
            assertThat(platform.topics().lag("decision-service-facts", Topics.FACTS))
                    .isPositive();
        }
        platform.restart(Service.DECISION);
        decisions.awaitEqual(clinic.ledger());
        checkOneDecisionForEachOf(SECTIONS.size(), clinic, before);
        decisions.checkPublished(clinic.ledger());
    }

    @Test
    void decision_service_killed_with_a_full_outbox_publishes_every_decision() throws Exception {
        Clinic clinic = withApplications();
        try (EventStream stream = platform.stream("integration")) {
            Awaitility.await().until(() -> !stream.received().isEmpty());
            crashWithFullOutbox(Service.DECISION, () -> {
                for (String application : clinic.ledger().applications()) {
                    SECTIONS.forEach(section -> clinic.score(application, section, 90, 9));
                }
                decisions.awaitEqual(clinic.ledger());
            });
            decisions.checkPublished(clinic.ledger());
            decisions.checkFollowed(stream);
            assertThat(stream.answeredBy()).as("connections").hasSizeGreaterThan(1);
        }
    }
}
