package dev.plumbline.decision;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.attack.ForeignIds;
import dev.plumbline.kit.testing.attack.Fuzzing;
import dev.plumbline.kit.testing.attack.MassAssignment;
import dev.plumbline.kit.testing.attack.WithOperations;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is generated from the service's OpenAPI document, on decisions and on webhooks of the caller's own and of others. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AttacksTest {
    private static final String SERVICE = "decision-service";

    private final AttackedDecisions decisions = new AttackedDecisions();
    private final WithOperations scenery =
            new WithOperations(decisions, "plumbline.applications.v1", "plumbline.decisions.v1");

    @BeforeEach
    void set_the_scenery() {
        scenery.ready();
    }

    @AfterEach
    void clear_the_scenery() {
        scenery.close();
        decisions.close();
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
}
