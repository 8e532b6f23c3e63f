package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class DecisionEventsTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void decisions_come_as_they_are_published() {
        try (EventSource source = EventSource.open(null)) {
            source.awaitComment();
            Published.send(Published.submitted(application, job, 1));

            EventSource.Event event = source.await(application.toString());

            assertThat(event.type()).isEqualTo("dev.plumbline.decision.changed.v1");
            assertThat(Api.parse(event.data()).path("number").asInt()).isEqualTo(1);
            assertThat(event.id()).matches("\\d+(\\.\\d+)*");
        }
    }

    @Test
    void a_stream_that_broke_off_goes_on_behind_the_last_event() {
        String lastId;
        try (EventSource source = EventSource.open(null)) {
            source.awaitComment();
            Published.send(Published.submitted(application, job, 1));
            lastId = source.await(application.toString()).id();
        }
        for (int i = 1; i <= 3; i++) {
            Published.send(Published.section(application, "hard", i, 80 + i));
            Api.awaitNumber(application, i + 1);
        }

        try (EventSource source = EventSource.open(lastId)) {
            List<Integer> numbers = source.await(application.toString(), 3).stream()
                    .map(event -> Api.parse(event.data()).path("number").asInt())
                    .toList();
            assertThat(numbers).containsExactly(2, 3, 4);
        }
    }

    @Test
    void a_position_before_everything_gives_everything() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);

        try (EventSource source = EventSource.open("0")) {
            assertThat(source.await(application.toString()).data()).contains("\"number\":1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,2", "-1", "1..2", "99999999999999999999"})
    void refuses_an_id_that_it_never_gave(String id) {
        Api.as("integration")
                .header("Last-Event-ID", id)
                .get("/v1/decision-events")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"));
    }
}
