package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.MetricsTable.Row;
import dev.plumbline.e2e.Scrape.Family;
import dev.plumbline.e2e.Scrape.Sample;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators are told is what the running services say: names, types and labels, and nothing of any one person. */
@ExtendWith(WholePlatform.class)
class MetricsTest {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-");
    /** Endings of the numbers of one histogram or summary, and the gauge of their highest. */
    private static final Pattern MOST = Pattern.compile("_max$");

    private static final String CALLS = "http_server_requests_seconds_count";

    private final Platform platform;

    MetricsTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void what_is_documented_is_served_and_what_is_served_is_documented() {
        List<Row> table = MetricsTable.read();
        List<String> faults = new ArrayList<>();
        for (Service service : Service.values()) {
            platform.as("auditor", service).get("/v1/nothing").expect(404);
            Scrape scrape = platform.scrape(service);
            Set<String> documented = new TreeSet<>();
            for (Row row : table) {
                if (row.services().contains(service)) {
                    documented.add(row.name());
                    faults.addAll(faultsOf(row, service, scrape));
                }
            }
            ownFamilies(scrape)
                    .filter(name -> !documented.contains(MOST.matcher(name).replaceFirst("")))
                    .forEach(name -> faults.add(service.title() + " serves " + name + ", which is not documented"));
        }
        assertThat(table).hasSizeGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    private static Stream<String> ownFamilies(Scrape scrape) {
        return scrape.families().keySet().stream().filter(name -> name.startsWith("plumbline_"));
    }

    private static List<String> faultsOf(Row row, Service service, Scrape scrape) {
        String where = service.title() + ": " + row.name();
        Family family = scrape.families().get(row.name());
        if (family == null) {
            return List.of(where + " is not served");
        }
        Set<String> labels = family.samples().stream()
                .flatMap(sample -> sample.labels().keySet().stream())
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> faults = new ArrayList<>();
        if (!family.type().equals(row.type())) {
            faults.add(where + " is a " + family.type());
        }
        if (!labels.equals(row.labels())) {
            faults.add(where + " has the labels " + labels);
        }
        return faults;
    }

    @Test
    void decisions_and_their_way_are_counted() {
        Scrape before = platform.scrape(Service.DECISION);
        Clinic clinic = Clinic.open(platform);
        String application = clinic.apply(false);
        new Decisions(platform).awaitEqual(clinic.ledger());

        Scrape after = platform.scrape(Service.DECISION);
        assertThat(rise(before, after, "plumbline_decisions_total")).isPositive();
        assertThat(rise(before, after, "plumbline_decide_seconds_count")).isPositive();
        assertThat(rise(before, after, "plumbline_inbox_batch_records_sum")).isPositive();
        assertThat(after.sum("plumbline_outbox_relay_active", Map.of())).isEqualTo(1);
        assertThat(after.sum(CALLS, Map.of("uri", "/v1/applications/{id}/decision")))
                .as("calls about " + application)
                .isPositive();
        Awaitility.await().untilAsserted(() -> {
            Scrape calm = platform.scrape(Service.DECISION);
            assertThat(calm.sum("plumbline_outbox_depth", Map.of())).isZero();
            assertThat(calm.sum("plumbline_consumer_lag_records", Map.of("group", "decision-service-facts")))
                    .isZero();
        });
    }

    private static double rise(Scrape before, Scrape after, String name) {
        return after.sum(name, Map.of()) - before.sum(name, Map.of());
    }

    @Test
    void no_label_holds_what_a_caller_chooses() throws IOException {
        String stranger = UUID.randomUUID().toString();
        for (Service service : Service.values()) {
            Http auditor = platform.as("auditor", service);
            auditor.get("/v1/" + stranger).expect(404);
            auditor.get("/v1/applications/" + stranger + "/decision");
            auditor.delete("/v1/applications/" + stranger).expect(service == Service.JOB ? 405 : 404);
            breakOff(service, stranger);
            List<Sample> samples = platform.scrape(service).samples();
            assertThat(samples)
                    .isNotEmpty()
                    .allSatisfy(sample -> assertThat(sample.labels().values())
                            .as(service.title() + " " + sample)
                            .noneMatch(value -> ID.matcher(value).find()
                                    || value.contains("@")
                                    || value.contains("STRANGE")
                                    || value.contains("localhost")));
        }
    }

    /** A call by a method that does not exist, and one that ends in the middle: whoever may make it is waited for. */
    private void breakOff(Service service, String stranger) throws IOException {
        URI where = platform.url(service);
        Scrape before = platform.scrape(service);
        for (String start : List.of("STRANGE /v1/jobs/" + stranger, "PUT /v1/jobs/" + stranger)) {
            String head = start + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + platform.token("recruiter")
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
            try (Socket socket = new Socket(where.getHost(), where.getPort())) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Awaitility.await().untilAsserted(() -> {
            Scrape after = platform.scrape(service);
            assertThat(rise(before, after, Map.of("method", "OTHER"))).isPositive();
            assertThat(rise(before, after, Map.of("method", "PUT"))).isPositive();
        });
    }

    private static double rise(Scrape before, Scrape after, Map<String, String> labels) {
        return after.sum(CALLS, labels) - before.sum(CALLS, labels);
    }
}
