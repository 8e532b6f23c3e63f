package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import dev.plumbline.monitoring.AlertRules.Firing;
import dev.plumbline.monitoring.Labels;
import dev.plumbline.monitoring.Monitoring.Query;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What alerts and dashboards ask for is what the services serve; who is well raises no alert, and who is not does. */
@ExtendWith(WholePlatform.class)
class AlertsTest {
    /** Longer than any alert has to last. */
    private static final int LONG = 90;
    /** For how long Prometheus waits for a scrape; the chart leaves it so. */
    private static final Duration SCRAPE_PATIENCE = Duration.ofSeconds(10);

    private final Platform platform;

    AlertsTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void alerts_and_dashboards_ask_for_what_is_served() throws IOException {
        for (Service service : Service.values()) {
            platform.as("auditor", service).get("/v1/nothing").expect(404);
        }
        List<Labels> served = new ArrayList<>();
        Watched.now(platform)
                .forEach((service, scrape) ->
                        scrape.samples().forEach(sample -> served.add(Watched.labels(service, sample))));
        AskedFor asked = new AskedFor(served);
        List<Query> queries = Watched.monitoring().queries();
        List<String> faults = queries.stream()
                .flatMap(query -> query.expression()
                        .selectors()
                        .flatMap(asked::faults)
                        .map(fault -> query.where() + ": " + fault))
                .toList();
        assertThat(queries).hasSizeGreaterThan(60);
        assertThat(faults).isEmpty();
    }

    @Test
    void who_is_well_raises_no_alert() {
        Map<Service, Scrape> before = awaitCalm();
        Clinic clinic = Clinic.open(platform);
        clinic.apply(false);
        new Decisions(platform).awaitEqual(clinic.ledger());

        Map<Service, Scrape> after = awaitCalm();

        assertThat(Watched.firing(before, after, LONG)).isEmpty();
    }

    @Test
    void a_database_that_does_not_answer_is_told_of_in_time_and_raises_its_alert() {
        Map<Service, Scrape> before = awaitCalm();
        platform.detours().postgres().blackHole();
        try {
            Map<Service, Scrape> away = new EnumMap<>(before);
            patiently().untilAsserted(() -> {
                Scrape scrape = inTime();
                assertThat(scrape.sum("plumbline_outbox_depth", Map.of())).isNaN();
                assertThat(scrape.sum("plumbline_webhook_registered", Map.of())).isNaN();
                away.put(Service.DECISION, scrape);
            });
            assertThat(names(Watched.firing(before, away, 5))).contains("PlumblineDatabaseAway decision-service");
        } finally {
            platform.detours().postgres().heal();
        }
        awaitCalm();
    }

    private Scrape inTime() {
        Instant begin = Instant.now();
        Scrape scrape = platform.scrape(Service.DECISION);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(SCRAPE_PATIENCE);
        return scrape;
    }

    private static Stream<String> names(List<Firing> alerts) {
        return alerts.stream()
                .map(alert -> alert.rule().alert() + " " + alert.labels().get("job"));
    }

    /** All that other tests have sent is taken and published; what webhooks read is read only where there are any. */
    private Map<Service, Scrape> awaitCalm() {
        Map<Service, Scrape> calm = new EnumMap<>(Service.class);
        patiently().untilAsserted(() -> {
            calm.putAll(Watched.now(platform));
            assertThat(calm).allSatisfy((service, scrape) -> {
                assertThat(scrape.sum("plumbline_outbox_depth", Map.of())).isZero();
                assertThat(scrape.sum("plumbline_outbox_relay_active", Map.of()))
                        .isEqualTo(1);
                assertThat(scrape.sum("plumbline_consumer_lag_records", Map.of())
                                - scrape.sum(
                                        "plumbline_consumer_lag_records", Map.of("group", "decision-service-webhooks")))
                        .isZero();
            });
        });
        return calm;
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
