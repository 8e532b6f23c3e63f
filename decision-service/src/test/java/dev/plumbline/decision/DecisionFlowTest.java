package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
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
class DecisionFlowTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @Test
    void every_score_has_its_own_decision_with_that_score_as_its_trigger() {
        Published.send(Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.CLINIC));
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));

        try (TopicReader decisions = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent last = decisions.awaitEvent(event -> isOfTheApplication(event)
                    && event.data().path("recommendation").asText().equals("ADVANCE"));
            List<ReceivedEvent> all = decisions.readToEnd();

            all.forEach(event -> Contracts.checkEvent("decision-service", event));
            JsonNode data = last.data();
            assertThat(data.path("externalId").asText()).isEqualTo(Published.externalId(application));
            assertThat(data.path("total").path("low").asText()).isEqualTo("89.00");
            ReceivedEvent first =
                    all.stream().filter(this::isOfTheApplication).findFirst().orElseThrow();
            assertThat(first.data().path("number").asInt()).isEqualTo(1);
        }
    }

    private boolean isOfTheApplication(ReceivedEvent event) {
        return event.data().path("applicationId").asText().equals(application.toString());
    }
}
