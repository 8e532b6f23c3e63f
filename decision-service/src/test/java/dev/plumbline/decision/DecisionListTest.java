package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each decision of a history has its gates as the rubric has them that it was made under, whatever rubric holds now. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DecisionListTest {
    private static final String FIRST = Rubrics.CLINIC;
    private static final String LATER = Rubrics.withGatesTurned(FIRST, 2);
    private static final String ELSEWHERE = Rubrics.withGatesTurned(FIRST, 4);

    private final UUID job = Ids.next();

    @Test
    void gates_are_in_the_order_of_the_version_and_the_job_that_held_then() {
        UUID other = Ids.next();
        Published.publishJob(other, ELSEWHERE);
        Published.publishJob(job, FIRST);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.job(job, 2, "ALL_OPEN_APPLICATIONS", LATER));
        Api.awaitNumber(application, 2);
        // As in the first job there is a version 1 in this one, but no version 2.
        Published.send(Published.lifecycle("submitted", application, 2, "SUBMITTED", other, 1));
        Api.awaitNumber(application, 3);
        Published.send(Published.section(application, "hard", 1, 90));
        Api.awaitNumber(application, 4);

        List<JsonNode> history = Api.history(application);

        assertThat(history)
                .extracting(decision -> decision.path("rubricVersion").asInt())
                .containsExactly(1, 2, 1, 1);
        assertThat(history)
                .extracting(DecisionListTest::gates)
                .containsExactly(
                        Rubrics.gates(FIRST), Rubrics.gates(LATER), Rubrics.gates(ELSEWHERE), Rubrics.gates(ELSEWHERE));
        // A page that begins behind the decision that the job came with knows the job, too.
        assertThat(gates(page(application, 1))).isEqualTo(Rubrics.gates(LATER));
        assertThat(gates(page(application, 3))).isEqualTo(Rubrics.gates(ELSEWHERE));
    }

    private static JsonNode page(UUID application, int after) {
        return Api.json(Api.as("auditor")
                        .queryParam("limit", 1)
                        .queryParam("cursor", Cursor.encode(String.valueOf(after)))
                        .get("/v1/applications/{id}/decisions", application))
                .at("/items/0");
    }

    private static List<String> gates(JsonNode decision) {
        return decision.path("gates").findValuesAsText("gate");
    }

    @Test
    void gates_are_in_the_order_of_a_content_that_gave_way_where_it_decided() {
        String lenient = Rubrics.clinic(50);
        String strict = Rubrics.withGatesTurned(Rubrics.clinic(95), 3);
        Published.publishJob(job, lenient);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");

        Published.send(Published.job(job, 1, 2, "OPEN", "NEW_APPLICATIONS", strict));
        Published.send(Published.section(application, "hard", 2, 91));
        Api.awaitDecision(
                application,
                decision -> decision.path("recommendation").asText().equals("REJECT")
                        && decision.path("nodes")
                                .path("hard")
                                .path("low")
                                .asText()
                                .equals("91.00"));

        List<JsonNode> history = Api.history(application);
        assertThat(history)
                .filteredOn(decision -> standing(decision, "hard-skills").equals("PASSED"))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(gates(decision)).isEqualTo(Rubrics.gates(lenient)));
        assertThat(history)
                .filteredOn(decision -> standing(decision, "hard-skills").equals("FAILED"))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(gates(decision)).isEqualTo(Rubrics.gates(strict)));
    }

    private static String standing(JsonNode decision, String gate) {
        for (JsonNode one : decision.path("gates")) {
            if (one.path("gate").asText().equals(gate)) {
                return one.path("state").asText();
            }
        }
        throw new AssertionError("no gate " + gate + " in " + decision);
    }
}
