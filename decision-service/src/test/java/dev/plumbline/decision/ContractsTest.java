package dev.plumbline.decision;

import dev.plumbline.kit.testing.AccessTable;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.HostileTokens;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ContractsTest {
    private static final String SERVICE = "decision-service";

    @Test
    void the_examples_of_the_events_are_in_order() {
        Contracts.checkExamples(SERVICE);
    }

    @Test
    void the_committed_asyncapi_document_names_every_event() {
        Contracts.checkAsyncApi(SERVICE);
    }

    @Test
    void the_committed_openapi_document_is_what_is_served() {
        Contracts.checkOpenApi(SERVICE);
    }

    @Test
    void the_operations_of_the_document_are_the_routes() {
        Contracts.checkRoutes();
    }

    @TestFactory
    Stream<DynamicTest> keeps_the_access_table() {
        return AccessTable.check(SERVICE);
    }

    @TestFactory
    Stream<DynamicTest> refuses_hostile_tokens() {
        return Stream.of(
                HostileTokens.refusedForRole("GET /v1/webhooks", "integration"),
                HostileTokens.refusedForAnyone("POST /v1/evaluations"));
    }
}
