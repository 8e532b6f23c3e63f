package dev.plumbline.decision.app.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.Applications;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.json.Digests;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJobsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final String ONE = new UUID(1, 1).toString();
    private static final String OTHER = new UUID(1, 3).toString();
    private static final TopicEvent EVENT =
            new TopicEvent(ID.toString(), "verdict", "{\"verdict\": \"HIRE\"}".getBytes(StandardCharsets.UTF_8));

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private String job = ONE;
    private int lookedUp;

    private final Applications applications = (Applications) Proxy.newProxyInstance(
            Applications.class.getClassLoader(), new Class<?>[] {Applications.class}, (self, method, given) -> {
                assertThat(method.getName()).isEqualTo("find");
                lookedUp++;
                return Optional.of(application());
            });

    private final Clock clock = new Clock() {
        private final InstantSource source = () -> now;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return source.withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final EventJobs jobs = new EventJobs(applications, clock);

    private Application application() {
        Lifecycle content = new Lifecycle(Lifecycle.Status.SUBMITTED, job, 1, "x");
        Fact fact = new Fact(content.identity(), 1, content, Digests.fact(content));
        return new Application(ID, Facts.of(List.of(fact)), List.of(), false, null, null);
    }

    @Test
    void an_application_that_has_moved_to_another_job_is_found_there_within_a_minute() {
        assertThat(jobs.isOf(EVENT, ONE)).isTrue();
        job = OTHER;
        now = now.plusSeconds(59);
        assertThat(jobs.isOf(EVENT, ONE)).isTrue();
        assertThat(lookedUp).isEqualTo(1);

        now = now.plusSeconds(1);

        assertThat(jobs.isOf(EVENT, OTHER)).isTrue();
        assertThat(jobs.isOf(EVENT, ONE)).isFalse();
        assertThat(lookedUp).isEqualTo(2);
    }
}
