package dev.plumbline.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls too often is told so, and nobody else. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RateLimitTest {
    /** Far more than a burst and what comes in while it is used up. */
    private static final int PATIENCE = 5_000;

    @ConfigProperty(name = "plumbline.rate-limit.burst")
    int burst;

    @ConfigProperty(name = "plumbline.rate-limit.anonymous-burst")
    int anonymousBurst;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    /** A call that a proxy says to come from this address. */
    private HttpResponse<String> call(String path, String address, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-Forwarded-For", address)
                .header("Authorization", authorization)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came after so many calls that were let in. */
    private record Refused(int calls, HttpResponse<String> response) {}

    /** Calls until it is refused; asserts that what comes before is this status. */
    private Refused exhaust(String path, String address, String authorization, int status) {
        for (int calls = 0; calls < PATIENCE; calls++) {
            HttpResponse<String> response = call(path, address, authorization);
            if (response.statusCode() == 429) {
                return new Refused(calls, response);
            }
            assertThat(response.statusCode()).isEqualTo(status);
        }
        throw new AssertionError("Never refused in " + PATIENCE + " calls");
    }

    private static void isTheProblemAfter(int atLeast, Refused last) {
        assertThat(last.calls()).isGreaterThanOrEqualTo(atLeast);
        HttpResponse<String> refused = last.response();
        assertThat(refused.headers().allValues("Retry-After")).containsExactly("1");
        assertThat(refused.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(refused.body())
                .contains("\"type\":\"/problems/too-many-requests\"")
                .contains("\"status\":429");
    }

    @Test
    void a_person_who_calls_too_often_has_to_wait_and_no_one_else() {
        String flooder = "Bearer " + Tokens.of("flooder", "maker");
        isTheProblemAfter(burst, exhaust("/v1/things", "192.0.2.10", flooder, 200));
        // From wherever: it is the person who is counted, though a call or two may have come in meanwhile.
        assertThat(exhaust("/v1/things", "192.0.2.11", flooder, 200).calls()).isLessThan(burst / 2);
        String neighbour = "Bearer " + Tokens.of("neighbour", "maker");
        assertThat(call("/v1/things", "192.0.2.10", neighbour).statusCode()).isEqualTo(200);
        await().until(() -> call("/v1/things", "192.0.2.10", flooder).statusCode() == 200);
    }

    @Test
    void one_without_the_role_is_counted_too() {
        String reader = "Bearer " + Tokens.of("flooding-reader", "reader");
        isTheProblemAfter(burst, exhaust("/v1/things", "192.0.2.12", reader, 403));
    }

    @Test
    void holders_of_a_secret_are_counted_by_what_it_belongs_to() {
        String first = "Bearer first/" + HeldResource.SECRET;
        isTheProblemAfter(burst, exhaust("/v1/held", "192.0.2.20", first, 200));
        String second = "Bearer second/" + HeldResource.SECRET;
        assertThat(call("/v1/held", "192.0.2.20", second).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/v1/things, 192.0.2.30, 401", "/v1/held, 192.0.2.31, 401", "/v1/nothing, 192.0.2.32, 404"})
    void an_address_is_counted_where_nobody_says_who_calls(String path, String address, int status) {
        isTheProblemAfter(anonymousBurst, exhaust(path, address, "Bearer wrong", status));
        // Who has a token calls on from there.
        String person = "Bearer " + Tokens.of("somebody-at-" + address, "maker");
        assertThat(call("/v1/things", address, person).statusCode()).isEqualTo(200);
        assertThat(call("/q/health/live", address, "Bearer wrong").statusCode()).isEqualTo(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("plumbline_rate_limit_refused_total{principal=\"address\"}"));
    }
}
