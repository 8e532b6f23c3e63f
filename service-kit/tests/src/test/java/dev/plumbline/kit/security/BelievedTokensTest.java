package dev.plumbline.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That calls over HTTP come by the tokens that are believed, which no test of the class alone can see. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class BelievedTokensTest {
    @Inject
    VerifiedTokens tokens;

    @Test
    void the_token_of_a_call_is_believed_from_then_on_and_no_other_one() {
        // Of someone who has made no call yet.
        String token = Tokens.of(UUID.randomUUID().toString(), "maker");
        String refused = token.substring(0, token.length() - 6) + "AAAAAA";

        assertThat(tokens.user(token)).isNull();
        assertThat(status(token)).isEqualTo(422);
        assertThat(tokens.user(token)).isNotNull();
        assertThat(status(token)).isEqualTo(422);

        assertThat(status(refused)).isEqualTo(401);
        assertThat(tokens.user(refused)).isNull();
    }

    /** No issuer has ever signed it: who calls with it is known from here alone. */
    @Test
    void who_is_believed_is_not_verified() {
        String token = "a.b.c" + System.nanoTime();
        assertThat(status(token)).isEqualTo(401);
        tokens.remember(token, VerifiedTokensTest.user(token, "ana", "maker", Long.MAX_VALUE));
        assertThat(status(token)).isEqualTo(422);
        tokens.remember(token, VerifiedTokensTest.user(token, "ana", "looker", Long.MAX_VALUE));
        assertThat(status(token)).isEqualTo(403);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{}")
                .post("/v1/things")
                .statusCode();
    }
}
