package dev.plumbline.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.interview.events.BaselineAttested;
import dev.plumbline.interview.events.PanelAssigned;
import dev.plumbline.interview.events.QuestionRated;
import dev.plumbline.interview.events.RedFlagChanged;
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

/** What others rely on is committed, and is what is served. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ContractsTest {
    private static final String SERVICE = "interview-service";

    @Test
    void serves_the_committed_openapi_document() {
        Contracts.checkOpenApi(SERVICE);
    }

    @Test
    void the_operations_of_the_document_are_the_routes() {
        Contracts.checkRoutes();
    }

    @Test
    void the_asyncapi_document_names_every_event() {
        Contracts.checkAsyncApi(SERVICE);
    }

    @Test
    void every_event_has_a_schema_and_examples_that_are_valid() {
        Contracts.checkExamples(SERVICE);
        assertThat(Contracts.typesOf(SERVICE))
                .containsExactlyInAnyOrder(
                        PanelAssigned.TYPE, QuestionRated.TYPE, RedFlagChanged.TYPE, BaselineAttested.TYPE);
    }

    @TestFactory
    Stream<DynamicTest> keeps_the_access_table() {
        return AccessTable.check(SERVICE);
    }

    @TestFactory
    Stream<DynamicTest> refuses_hostile_tokens() {
        return Stream.of(HostileTokens.refusedForRole("GET /v1/interviews", "interviewer"));
    }
}
