package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.e2e.TraceCollector.Span;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace leads from a call over the outbox, the topics and the decision to the webhook. */
@ExtendWith(WholePlatform.class)
class TracesTest {
    private static final String CALLER = "00f067aa0ba902b7";
    private static final int NO_CONTENT = 204;

    private final Platform platform;
    private final TraceCollector collector;
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    TracesTest(Platform platform, TraceCollector collector) {
        this.platform = platform;
        this.collector = collector;
    }

    @Test
    void one_trace_leads_from_the_call_to_the_webhook() throws IOException {
        Clinic clinic = Clinic.open(platform);
        String application = clinic.apply(true);
        new Decisions(platform).awaitEqual(clinic.ledger());
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer receiver = receiver(received);
        String webhook = register(clinic, receiver);
        try {
            platform.as("integration", Service.ASSESSMENT)
                    .put(
                            "/v1/applications/" + application + "/sections/hipaa",
                            Clinic.result(50, 5).toString(),
                            "traceparent",
                            "00-" + trace + "-" + CALLER + "-01")
                    .expect(200);

            Awaitility.await().until(() -> received.stream().anyMatch(header -> header.contains(trace)));
            assertThat(received).allMatch(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));
        } finally {
            platform.as("integration", Service.DECISION).delete(webhook);
            receiver.stop(0);
        }
        String last = received.stream()
                .filter(header -> header.contains(trace))
                .findFirst()
                .orElseThrow();
        assertExported(last.split("-")[2]);
    }

    private void assertExported(String lastStep) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(collector.of(trace))
                        .extracting(span -> span.service() + ": " + span.name())
                        .contains(
                                "assessment-service: PUT /v1/applications/{id}/sections/{section}",
                                "assessment-service: publish plumbline.assessments.v1",
                                "decision-service: process plumbline.assessments.v1",
                                "decision-service: publish plumbline.decisions.v1",
                                "decision-service: process plumbline.decisions.v1",
                                "decision-service: deliver webhook"));
        List<Span> spans = collector.of(trace);
        Set<String> known = spans.stream().map(Span::id).collect(Collectors.toSet());
        known.add(CALLER);
        assertThat(spans).allSatisfy(span -> {
            assertThat(known).as("parent of " + span).contains(span.parent());
            assertThat(span.text()).doesNotContain("127.0.0.1");
        });
        assertThat(spans)
                .filteredOn(span -> span.name().equals("deliver webhook"))
                .extracting(Span::id)
                .contains(lastStep);
    }

    private static HttpServer receiver(Queue<String> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                received.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            }
        });
        server.start();
        return server;
    }

    private String register(Clinic clinic, HttpServer receiver) {
        String url = "http://localhost:" + receiver.getAddress().getPort() + "/";
        return "/v1/webhooks/"
                + platform.as("integration", Service.DECISION)
                        .post(
                                "/v1/webhooks",
                                "{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(url, clinic.job()),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .expect(201)
                        .id();
    }
}
