package dev.plumbline.job;

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

/** What is committed about the interface is what is served. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ContractsTest {
    @Test
    void serves_the_committed_open_api_document() {
        Contracts.checkOpenApi("job-service");
    }

    @Test
    void the_operations_of_the_document_are_the_routes() {
        Contracts.checkRoutes();
    }

    @Test
    void names_its_events_in_its_async_api_document() {
        Contracts.checkAsyncApi("job-service");
    }

    @Test
    void has_a_schema_and_valid_examples_of_every_event() {
        Contracts.checkExamples("job-service");
    }

    @TestFactory
    Stream<DynamicTest> keeps_the_access_table() {
        return AccessTable.check("job-service");
    }

    @TestFactory
    Stream<DynamicTest> refuses_hostile_tokens() {
        return Stream.of(
                HostileTokens.refusedForRole("POST /v1/jobs", "recruiter"),
                HostileTokens.refusedForAnyone("GET /v1/templates"));
    }
}
