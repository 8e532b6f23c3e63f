package dev.plumbline.job;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.attack.ForeignIds;
import dev.plumbline.kit.testing.attack.Fuzzing;
import dev.plumbline.kit.testing.attack.MassAssignment;
import dev.plumbline.kit.testing.attack.Place;
import dev.plumbline.kit.testing.attack.Scenery;
import dev.plumbline.kit.testing.attack.WithOperations;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is generated from the service's OpenAPI document, on jobs of its own. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AttacksTest {
    private static final String SERVICE = "job-service";

    private WithOperations scenery;

    @BeforeEach
    void set_the_scenery() {
        scenery = new WithOperations(new Jobs(), "plumbline.tests.v1", "plumbline.jobs.v1").ready();
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

    /** A job that is open and an application to it. Nothing here is anyone's own: a role reaches all or nothing. */
    private static final class Jobs implements Scenery {
        private final Supplier<Place> read = once();

        private static Supplier<Place> once() {
            Place[] made = new Place[1];
            return () -> {
                if (made[0] == null) {
                    made[0] = made("GET");
                }
                return made[0];
            };
        }

        @Override
        public Place own(String operation, String caller) {
            return foreign(operation, caller);
        }

        @Override
        public Place foreign(String operation, String caller) {
            return operation.startsWith("GET ") ? read.get() : made(operation);
        }

        private static Place made(String operation) {
            UUID job = Stage.published();
            UUID application = Stage.applied(job);
            if (operation.endsWith("/reinstate")) {
                Stage.as("recruiter")
                        .post("/v1/applications/{id}/withdraw", application)
                        .then()
                        .statusCode(200);
            }
            return Place.of(Map.of(
                    "jobs", job.toString(),
                    "applications", application.toString(),
                    "version", "1",
                    "templates", "medical-office-manager",
                    "new", UUID.randomUUID().toString()));
        }

        @Override
        public Map<String, String> bodies() {
            String screening = """
                    {"screening": [{"criterion": "work-authorization", "met": false}]}""";
            return Map.of(
                    "PUT /v1/applications/{id}/screening", screening,
                    "POST /v1/jobs", Stage.job().toString(),
                    "PUT /v1/jobs/{id}", Stage.job().toString(),
                    "PUT /v1/jobs/{id}/rubric", Stage.rubric().toString(),
                    "POST /v1/jobs/{id}/applications",
                            Stage.application("ats-${new}").toString(),
                    "POST /v1/jobs/{id}/publish", "{\"appliesTo\": \"ALL_OPEN_APPLICATIONS\"}");
        }
    }
}
