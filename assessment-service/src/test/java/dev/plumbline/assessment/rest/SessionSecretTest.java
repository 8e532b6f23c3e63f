package dev.plumbline.assessment.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SessionSecretTest {

    @Inject
    AgroalDataSource database;

    private static Scene.Invited invited() {
        return Scene.invite(Scene.applicationFor("medical-office-manager"));
    }

    private static void refused(RequestSpecification caller, String session) {
        String path = "/v1/sessions/" + session;
        String body = "{\"selected\": [\"a\"]}";
        for (var answer : List.of(
                spec(caller).get(path),
                spec(caller).body(body).put(path + "/answers/hipaa-1"),
                spec(caller).body("{not json").put(path + "/answers/hipaa-1"),
                spec(caller).delete(path + "/answers/hipaa-1"),
                spec(caller).post(path + "/submit"))) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("type", equalTo("/problems/unauthenticated"));
        }
    }

    private static RequestSpecification spec(RequestSpecification caller) {
        return given().spec(caller).contentType("application/json");
    }

    private static RequestSpecification bearer(String credentials) {
        return given().header("Authorization", "Bearer " + credentials);
    }

    @Test
    void a_wrong_secret_opens_nothing() {
        Scene.Invited victim = invited();
        Scene.Invited attacker = invited();
        String secret = victim.secret();
        char last = secret.charAt(secret.length() - 1);
        Map<String, String> attempts = new LinkedHashMap<>();
        attempts.put("another session's", attacker.secret());
        attempts.put("tampered at the end", secret.substring(0, 42) + (last == 'A' ? 'B' : 'A'));
        attempts.put("tampered at the start", (secret.charAt(0) == 'x' ? 'y' : 'x') + secret.substring(1));
        attempts.put("cut off", secret.substring(0, 42));
        attempts.put("padded", secret + "=");
        attempts.put("longer", secret + "A");
        attempts.put("upper case", secret.toUpperCase(Locale.ROOT));
        attempts.put("the session's id", victim.session());
        attempts.put("of wrong alphabet", "%00%ff");
        attempts.put("very long", "A".repeat(8_000));
        attempts.put("a recruiter's token", Tokens.of("recruiter"));
        attempts.put("an integration's token", Tokens.of("integration"));
        attempts.put("a token of the session's name", Tokens.of(victim.session(), "session"));
        attempts.putAll(Tokens.invalid("recruiter", "recruiter"));
        attempts.forEach((what, credentials) -> {
            if (!credentials.equals(secret)) {
                refused(bearer(credentials), victim.session());
            }
        });
        refused(given(), victim.session());
        refused(given().header("Authorization", "Basic " + secret), victim.session());
        refused(given().header("Authorization", secret), victim.session());
        refused(given().header("Authorization", "Bearer"), victim.session());
        refused(given().queryParam("access_token", secret), victim.session());
        refused(given().cookie("session", secret), victim.session());
        victim.open().then().statusCode(200);
    }

    @Test
    void a_session_that_does_not_exist_looks_like_a_wrong_secret() {
        Scene.Invited invited = invited();
        refused(bearer(invited.secret()), Ids.next().toString());
        refused(bearer(invited.secret()), "no-id-at-all");
    }

    @Test
    void the_scheme_is_compared_without_regard_to_case() {
        Scene.Invited invited = invited();
        given().header("Authorization", "bearer " + invited.secret())
                .get("/v1/sessions/" + invited.session())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tests",
                "/v1/tests/medical-office-manager",
                "/v1/written-answers",
                "/v1/applications/{application}/sessions",
                "/v1/applications/{application}/assessment"
            })
    void the_secret_opens_nothing_else(String path) {
        Scene.Invited invited = invited();
        bearer(invited.secret())
                .get(path.replace("{application}", invited.application().toString()))
                .then()
                .statusCode(401);
    }

    @Test
    void a_candidate_cannot_give_more_time_or_results() {
        Scene.Invited invited = invited();
        String base = "/v1/applications/" + invited.application();
        assertThat(List.of(
                        invited.candidate()
                                .body("{\"minutes\": 60}")
                                .post(base + "/sessions/" + invited.session() + "/extend")
                                .statusCode(),
                        invited.candidate().body("{}").post(base + "/sessions").statusCode(),
                        invited.candidate()
                                .body("{\"earned\": 1, \"possible\": 1}")
                                .put(base + "/sections/hipaa")
                                .statusCode()))
                .containsOnly(401);
    }

    @Test
    void a_replaced_secret_ends_the_one_before() {
        Scene.Invited invited = invited();
        String path = "/v1/applications/" + invited.application() + "/sessions/" + invited.session();
        String second = Scene.as("recruiter")
                .post(path + "/replace-secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath()
                .getString("secret");
        assertThat(second).isNotEqualTo(invited.secret());
        refused(bearer(invited.secret()), invited.session());
        new Scene.Invited(invited.application(), invited.session(), second)
                .open()
                .then()
                .statusCode(200);
    }

    @Test
    void no_secret_is_stored_anywhere() throws SQLException {
        Scene.Invited keyed = keyed();
        try (var connection = database.getConnection();
                var tables = connection.prepareStatement(
                        "select table_name from information_schema.tables where table_schema = 'public'");
                var names = tables.executeQuery()) {
            while (names.next()) {
                String table = names.getString(1);
                try (var search = connection.prepareStatement(
                                "select count(*) from " + table + " as r where r::text like ?");
                        var found = counted(search, keyed.secret())) {
                    assertThat(found.getLong(1)).as(table).isZero();
                }
            }
        }
    }

    private static Scene.Invited keyed() {
        var application = Scene.applicationFor("medical-office-manager");
        var session = Scene.as("recruiter")
                .header("Idempotency-Key", Ids.next().toString())
                .body("{}")
                .post("/v1/applications/" + application + "/sessions")
                .jsonPath();
        return new Scene.Invited(application, session.getString("id"), session.getString("secret"));
    }

    private static ResultSet counted(PreparedStatement search, String secret) throws SQLException {
        search.setString(1, "%" + secret + "%");
        ResultSet found = search.executeQuery();
        found.next();
        return found;
    }
}
