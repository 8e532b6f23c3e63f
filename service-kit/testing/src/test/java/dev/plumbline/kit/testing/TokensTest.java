package dev.plumbline.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class TokensTest {
    static Set<Map.Entry<String, String>> invalid() {
        return Tokens.invalid("ana", "recruiter").entrySet();
    }

    @Test
    void a_role_alone_names_the_user_too() {
        given().auth()
                .oauth2(Tokens.of("recruiter"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("id", is("recruiter"))
                .body("roles", contains("recruiter"));
    }

    @Test
    void the_person_is_the_subject_and_the_roles_are_the_groups() {
        given().auth()
                .oauth2(Tokens.of("ana", "interviewer", "assessor"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("id", is("ana"))
                .body("roles", contains("assessor", "interviewer"));
    }

    @Test
    void a_user_may_have_no_role() {
        given().auth()
                .oauth2(Tokens.withoutRoles("ana"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("roles", empty());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void a_token_that_is_not_right_is_refused(Map.Entry<String, String> token) {
        int status = given().auth().oauth2(token.getValue()).get("/v1/me").statusCode();
        assertThat(status).as(token.getKey()).isEqualTo(401);
    }
}
