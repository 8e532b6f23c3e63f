package dev.plumbline.interview;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is generated from the service's OpenAPI document, on interviews that are the caller's own and on others'. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AttacksTest {
    private static final String SERVICE = "interview-service";

    private WithOperations scenery;

    @BeforeEach
    void set_the_scenery() {
        scenery = new WithOperations(new Interviews(), "plumbline.applications.v1", "plumbline.interviews.v1").ready();
    }

    @AfterEach
    void clear_the_scenery() {
        scenery.close();
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_a_documented_one() {
        return Fuzzing.of(SERVICE, scenery);
    }

    @TestFactory
    Stream<DynamicTest> what_only_the_service_sets_is_refused_by_name() {
        return MassAssignment.of(SERVICE, scenery);
    }

    @TestFactory
    Stream<DynamicTest> ids_open_no_more_than_the_access_table_says() {
        return ForeignIds.of(SERVICE, scenery);
    }

    /** An interview of ana and either the interviewer who calls or ben, and a red flag that the assessor raised or ana. */
    private static final class Interviews implements Scenery {
        private static final List<String> QUESTIONS = List.of("billing", "motivation");

        private final Map<String, Place> read = new HashMap<>();

        @Override
        public Place own(String operation, String caller) {
            return place(operation, caller, caller);
        }

        @Override
        public Place foreign(String operation, String caller) {
            return place(operation, "ben", caller);
        }

        private Place place(String operation, String owner, String caller) {
            return operation.startsWith("GET ")
                    ? read.computeIfAbsent(owner, it -> made(operation, it, caller))
                    : made(operation, owner, caller);
        }

        private static Place made(String operation, String owner, String caller) {
            UUID application = Stage.application();
            boolean isInterviewer = owner.equals("interviewer");
            UUID interview =
                    Stage.interview(application, List.of("ana", isInterviewer ? "interviewer" : "ben"), QUESTIONS);
            // Who hands a form in has filled it; a panel member's own form shows what others say.
            if (operation.endsWith("/submit")) {
                QUESTIONS.forEach(
                        question -> Stage.rate(interview, isInterviewer ? "interviewer" : "ben", question, 3));
            }
            UUID flag = Stage.redFlag(
                    application,
                    switch (owner) {
                        case "interviewer" -> Stage.interviewer("interviewer");
                        case "assessor" -> Stage.assessor();
                        case "hiring-manager" -> Stage.as("another-manager", "hiring-manager");
                        default -> Stage.interviewer("ana");
                    },
                    "a note");
            Stage.interviewer("ana")
                    .body("{\"met\": true}")
                    .put("/v1/applications/{id}/attestations/{gate}", application, Stage.GATE)
                    .then()
                    .statusCode(200);
            if (operation.endsWith("/reopen")) {
                Stage.hiringManager()
                        .body("{\"reason\": \"It was seen by two.\"}")
                        .post("/v1/red-flags/{id}/confirm", flag)
                        .then()
                        .statusCode(200);
            }
            return Place.of(Map.of(
                    "applications", application.toString(),
                    "interviews", interview.toString(),
                    "red-flags", flag.toString(),
                    "question", "billing",
                    "gate", Stage.GATE));
        }

        @Override
        public Map<String, String> bodies() {
            String plan = Stage.plan(List.of("ana", "interviewer"), QUESTIONS);
            String ruling = "{\"reason\": \"It was seen by two.\"}";
            return Map.of(
                    "PUT /v1/applications/{id}/attestations/{gate}", "{\"met\": true, \"note\": \"Clear.\"}",
                    "POST /v1/applications/{id}/interviews", plan,
                    "PUT /v1/interviews/{id}", plan,
                    "POST /v1/applications/{id}/red-flags", "{\"category\": \"ETHICAL_LAPSE\", \"note\": \"Seen.\"}",
                    "PUT /v1/interviews/{id}/ratings/{question}", "{\"rating\": 4, \"note\": \"Calm.\"}",
                    "POST /v1/red-flags/{id}/confirm", ruling,
                    "POST /v1/red-flags/{id}/dismiss", ruling,
                    "POST /v1/red-flags/{id}/reopen", ruling);
        }
    }
}
