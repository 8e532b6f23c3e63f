package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class HostileTokensTest {

    @Test
    void finds_an_operation_that_takes_any_token() {
        finds(HostileTokens.refusedForAnyone("POST /v1/open"), "of nobody: 200", "nothing: 200");
    }

    @Test
    void finds_an_operation_that_takes_a_token_in_place_of_a_secret() {
        finds(HostileTokens.refusedForHolders("GET /v1/me"), "a token of recruiter: 200", "no roles: 200");
    }

    @Test
    void finds_an_operation_that_lets_nobody_in() {
        finds(
                HostileTokens.refusedForRole("PUT /v1/widgets/{id}", "auditor"),
                "a right token is refused: 403",
                // It is a refusal, but not a problem.
                "expired: 401 ");
    }

    @Test
    void finds_an_operation_that_is_not_there() {
        finds(HostileTokens.refusedForAnyone("GET /v1/nothing"), "The application has no GET /v1/nothing");
    }

    private static void finds(DynamicTest test, String... faults) {
        assertThatThrownBy(() -> test.getExecutable().execute()).hasMessageContainingAll(faults);
    }
}
