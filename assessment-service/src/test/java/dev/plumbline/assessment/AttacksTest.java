package dev.plumbline.assessment;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.attack.ForeignIds;
import dev.plumbline.kit.testing.attack.Fuzzing;
import dev.plumbline.kit.testing.attack.MassAssignment;
import dev.plumbline.kit.testing.attack.Place;
import dev.plumbline.kit.testing.attack.Scenery;
import dev.plumbline.kit.testing.attack.WithOperations;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is generated from the service's OpenAPI document, on sessions that are the caller's own and on others'. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AttacksTest {

    private WithOperations scenery;

    @BeforeEach
    void set_the_scenery() {
        scenery = new WithOperations(new Sessions(), "plumbline.applications.v1", "plumbline.assessments.v1").ready();
    }

    @AfterEach
    void clear_the_scenery() {
        scenery.close();
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_a_documented_one() {
        return Fuzzing.of(Scene.SERVICE, scenery);
    }

    @TestFactory
    Stream<DynamicTest> what_only_the_service_sets_is_refused_by_name() {
        return MassAssignment.of(Scene.SERVICE, scenery);
    }

    @TestFactory
    Stream<DynamicTest> ids_open_no_more_than_the_access_table_says() {
        return ForeignIds.of(Scene.SERVICE, scenery);
    }

    /** A test, and a session of it: under way, or handed in where there is a written answer to rate. */
    private static final class Sessions implements Scenery {
        private final Map<String, Place> read = new HashMap<>();
        private final String test = Scene.smallTest(2);

        @Override
        public Place own(String operation, String caller) {
            return operation.startsWith("GET ")
                    ? read.computeIfAbsent(
                            operation.contains("/written-answers/{id}") ? "written" : "", it -> made(operation, caller))
                    : made(operation, caller);
        }

        /** For a candidate: another one's session, with the own secret. */
        @Override
        public Place foreign(String operation, String caller) {
            Place place = own(operation, caller);
            return caller.equals(SESSION)
                    ? new Place(
                            place.values(),
                            Scene.invite(Scene.applicationFor(test)).secret())
                    : place;
        }

        private Place made(String operation, String caller) {
            boolean isAboutWritten = operation.contains("/written-answers/{id}");
            Scene.Invited session = isAboutWritten ? Scene.submitted(test) : Scene.invite(Scene.applicationFor(test));
            if (operation.equals("POST /v1/applications/{id}/sessions")) {
                // Another one is open only where this one is not.
                Scene.as("recruiter")
                        .post("/v1/applications/" + session.application() + "/sessions/" + session.session()
                                + "/cancel")
                        .then()
                        .statusCode(200);
            }
            if (operation.contains("/sessions/{id}")) {
                session.answer("single", "{\"selected\": [\"a\"]}").then().statusCode(204);
            }
            if (operation.startsWith("DELETE /v1/applications")) {
                Scene.as("integration")
                        .body("{\"earned\": 1, \"possible\": 2}")
                        .put("/v1/applications/" + session.application() + "/sections/typing")
                        .then()
                        .statusCode(200);
            }
            boolean changesTests = operation.contains("/tests/{id}") && !operation.startsWith("GET ");
            Map<String, String> values = Map.of(
                    "applications",
                    session.application().toString(),
                    "session",
                    session.session(),
                    "sessions",
                    session.session(),
                    "section",
                    "typing",
                    "item",
                    "single",
                    "tests",
                    changesTests ? Scene.smallTest(1) : test,
                    "version",
                    "1",
                    "written-answers",
                    isAboutWritten ? Scene.writtenAnswerOf(session.application(), "assessor") : "none",
                    "new",
                    Ids.next().toString());
            return new Place(values, session.secret());
        }

        @Override
        public Map<String, String> bodies() {
            return Map.of(
                    "PUT /v1/applications/{id}/sections/{section}",
                    "{\"earned\": 8.5, \"possible\": 10, \"pending\": 0,"
                            + " \"questions\": {\"right\": 8, \"total\": 10, \"pending\": 0}}",
                    "POST /v1/applications/{id}/sessions",
                    "{\"timeFactor\": 1.5, \"test\": {\"id\": \"${tests}\", \"version\": 1}, \"retake\": true}",
                    "POST /v1/applications/{id}/sessions/{session}/extend",
                    "{\"minutes\": 30}",
                    "PUT /v1/sessions/{id}/answers/{item}",
                    "{\"selected\": [\"b\"]}",
                    "POST /v1/tests",
                    TestTexts.small("small-${new}", 2),
                    "PUT /v1/tests/{id}",
                    TestTexts.small("${tests}", 1),
                    "PUT /v1/written-answers/{id}/ratings/mine",
                    "{\"ratings\": {\"clarity\": 4, \"empathy\": 3}}");
        }
    }
}
