package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.Scene;
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

    @Test
    void serves_the_committed_openapi_document() {
        Contracts.checkOpenApi(Scene.SERVICE);
    }

    @Test
    void the_operations_of_the_document_are_the_routes() {
        Contracts.checkRoutes();
    }

    @Test
    void the_asyncapi_document_names_every_event() {
        Contracts.checkAsyncApi(Scene.SERVICE);
    }

    @Test
    void the_examples_of_the_events_are_valid() {
        Contracts.checkExamples(Scene.SERVICE);
    }

    @TestFactory
    Stream<DynamicTest> keeps_the_access_table() {
        return AccessTable.check(Scene.SERVICE);
    }

    @TestFactory
    Stream<DynamicTest> refuses_hostile_tokens() {
        return Stream.of(
                HostileTokens.refusedForRole("POST /v1/tests", "recruiter"),
                HostileTokens.refusedForHolders("GET /v1/sessions/{id}"));
    }
}
