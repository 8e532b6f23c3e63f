package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static dev.plumbline.assessment.rest.NewTests.SHIPPED;
import static dev.plumbline.assessment.rest.NewTests.create;
import static dev.plumbline.assessment.rest.NewTests.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.plumbline.assessment.Scene;
import dev.plumbline.assessment.TestTexts;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class TestsResourceTest {
    @Test
    void a_test_is_written_revised_and_published() {
        String id = newId();
        create(TestTexts.small(id, 2))
                .statusCode(201)
                .header("Location", "/v1/tests/" + id)
                .header("ETag", "\"1\"")
                .body("sections[0].items[0].key", contains("b"));
        Scene.as("recruiter")
                .post("/v1/tests/" + id + "/publish")
                .then()
                .statusCode(201)
                .body("version", equalTo(1));
        Scene.as("recruiter")
                .header("If-Match", "\"1\"")
                .body(TestTexts.small(id, 3).replace("Small", "Bigger"))
                .put("/v1/tests/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Bigger"));
        Scene.as("recruiter")
                .header("If-Match", "\"2\"")
                .post("/v1/tests/" + id + "/publish")
                .then()
                .statusCode(201)
                .header("Location", "/v1/tests/" + id + "/versions/2")
                .body("version", equalTo(2));

        Scene.as("recruiter").get("/v1/tests/" + id + "/versions/1").then().body("title", equalTo("Small"));
        Scene.as("recruiter").get("/v1/tests/" + id + "/versions/2").then().body("title", equalTo("Bigger"));
        Scene.as("auditor")
                .get("/v1/tests/" + id + "/versions")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[0].sections[0].questions", equalTo(3));
        try (TopicReader reader = TestKafka.reader("plumbline.tests.v1")) {
            ReceivedEvent event = reader.awaitEvent(
                    read -> read.key().equals(id) && read.data().path("version").intValue() == 2);
            Contracts.checkEvent(Scene.SERVICE, event);
            assertThat(event.data().at("/sections/0").toString())
                    .isEqualTo("{\"section\":\"facts\",\"possible\":7.5,\"questions\":3}");
            assertThat(event.text()).doesNotContain("Because", "key", "prompt", "rationale");
        }
    }

    @Test
    void what_is_read_can_be_sent_back() {
        String id = newId();
        create(TestTexts.small(id, 2)).statusCode(201);
        String read = Scene.as("recruiter").get("/v1/tests/" + id).asString();
        Scene.as("recruiter")
                .header("If-Match", "\"1\"")
                .body(read)
                .put("/v1/tests/" + id)
                .then()
                .statusCode(200)
                .body("sections[0].items[2].key.value", equalTo(12.5f));
    }

    @Test
    void an_author_may_leave_the_id_to_the_service() {
        create(TestTexts.small("gone", 2).replace("\"id\": \"gone\", ", ""))
                .statusCode(201)
                .body("id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessor", "interviewer", "hiring-manager", "integration", "auditor"})
    void keys_and_what_gives_them_away_are_for_recruiters_only(String role) {
        for (String path : List.of(SHIPPED, SHIPPED + "/versions/1")) {
            String seen = Scene.as(role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("sections.size()", equalTo(8))
                    .extract()
                    .asString();
            assertThat(seen).doesNotContain("\"key\"", "rationale", "tolerance");
        }
        String recruiters = Scene.as("recruiter").get(SHIPPED).asString();
        assertThat(recruiters).contains("\"key\"", "rationale");
    }

    @Test
    void an_idempotency_key_gives_the_first_answer_again() {
        String key = Ids.next().toString();
        String id = newId();
        String body = TestTexts.small(id, 2);
        for (int i = 0; i < 2; i++) {
            Scene.as("recruiter")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/tests")
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"1\"");
        }
        problem(
                Scene.as("recruiter")
                        .header("Idempotency-Key", key)
                        .body(TestTexts.small(newId(), 2))
                        .post("/v1/tests")
                        .then(),
                422,
                "idempotency-key-reused");
        for (int i = 0; i < 2; i++) {
            Scene.as("recruiter")
                    .header("Idempotency-Key", key)
                    .post("/v1/tests/" + id + "/publish")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        Scene.as("recruiter").get("/v1/tests/" + id + "/versions").then().body("items.version", contains(1));
    }

    @Test
    void a_cursor_of_no_page_is_refused() {
        for (String number : List.of("-1", "4294967295", "x")) {
            problem(
                    Scene.as("recruiter")
                            .get("/v1/tests/medical-office-manager/versions?cursor=" + Cursor.encode(number)),
                    422,
                    "invalid-parameter");
        }
    }

    @Test
    void lists_go_on_from_page_to_page() {
        Scene.smallTest(2);
        Scene.smallTest(2);
        JsonPath first = Scene.as("auditor")
                .get("/v1/tests?limit=1")
                .then()
                .statusCode(200)
                .header("Link", notNullValue())
                .body("items.size()", equalTo(1))
                .extract()
                .jsonPath();
        Scene.as("auditor")
                .get("/v1/tests?limit=500&cursor=" + first.getString("next"))
                .then()
                .body("items.id", not(hasItem(first.getString("items[0].id"))))
                .body("next", equalTo(null));
        JsonPath all = Scene.as("auditor").get("/v1/tests?limit=500").jsonPath();
        assertThat(all.getList("items.id", String.class))
                .contains("medical-office-manager")
                .isSorted();
    }
}
