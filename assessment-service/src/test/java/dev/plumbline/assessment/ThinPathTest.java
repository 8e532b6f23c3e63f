package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ThinPathTest {

    @Test
    void a_candidate_takes_the_shipped_test_and_every_section_is_scored() {
        UUID application = Scene.applicationFor("medical-office-manager");
        Scene.Invited invited = Scene.invite(application);
        invited.open().then().statusCode(200).body("state", equalTo("STARTED"));
        invited.answer("hipaa-1", "{\"selected\": [\"c\"]}").then().statusCode(204);
        invited.answer("billing-1", "{\"value\": 90.0}").then().statusCode(204);
        invited.answer("communication-written-1", "{\"text\": \"Dear Ms. Alvarez\"}")
                .then()
                .statusCode(204);
        invited.submit().then().statusCode(200).body("state", equalTo("SUBMITTED"));

        List<ReceivedEvent> events = Scene.scored(application, all -> all.size() >= 8);
        assertThat(events).hasSize(8).allSatisfy(event -> Contracts.checkEvent(Scene.SERVICE, event));
        JsonNode communication = Scene.lastOf(application, "communication", 1);
        assertThat(communication.path("earned").decimalValue()).isEqualByComparingTo("0");
        assertThat(communication.path("pending").decimalValue()).isEqualByComparingTo("10");
        assertThat(communication.path("possible").decimalValue()).isEqualByComparingTo("35");
        assertThat(Scene.lastOf(application, "hipaa", 1).path("questions").toString())
                .isEqualTo("{\"right\":1,\"total\":5,\"pending\":0}");
    }

    @Test
    void the_shipped_test_is_published_once_with_fixed_bytes() {
        try (TopicReader reader = TestKafka.reader("plumbline.tests.v1")) {
            ReceivedEvent event = reader.awaitEvent(read -> read.key().equals("medical-office-manager"));
            Contracts.checkEvent(Scene.SERVICE, event);
            assertThat(event.id()).isEqualTo("019b76da-a800-7450-ad0f-8ac967ca7426");
            assertThat(event.header("ce_time")).hasValue("2026-01-01T00:00:00Z");
        }
    }
}
