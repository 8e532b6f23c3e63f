package dev.plumbline.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;

/**
 * What attackers send in place of a token, against the running application: always 401 or 403 as a problem, and never a
 * failure. An operation stands for all that find out in the same way who calls. In a test class:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> refuses_hostile_tokens() {
 *     return Stream.of(
 *             HostileTokens.refusedForRole("POST /v1/jobs", "recruiter"),
 *             HostileTokens.refusedForAnyone("GET /v1/templates"));
 * }
 * }</pre>
 */
public final class HostileTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> REFUSALS = Set.of(401, 403);
    private static final String BEARER = "Bearer ";

    private final Operation operation;
    private final String base = "http://localhost:" + RestAssured.port;
    private final Map<String, List<String>> authorizations = new LinkedHashMap<>();

    private HostileTokens(Operation operation) {
        this.operation = operation;
    }

    /**
     * One test of an operation that asks for a role.
     *
     * @param operation method and path as in the OpenAPI document
     * @param role one that lets in
     */
    public static DynamicTest refusedForRole(String operation, String role) {
        return test(operation, (hostile, faults) -> {
            hostile.requireLetIn(Tokens.of(role), faults);
            hostile.addNotToBeTrusted(role);
            hostile.addTokens(ForgedTokens.withoutTheRole(role));
        });
    }

    /** One test of an operation for whoever has a valid token. */
    public static DynamicTest refusedForAnyone(String operation) {
        return test(operation, (hostile, faults) -> {
            hostile.requireLetIn(Tokens.of("auditor"), faults);
            hostile.addNotToBeTrusted("auditor");
        });
    }

    /** One test of an operation for the holder of a secret, which no token is, not even a valid one. */
    public static DynamicTest refusedForHolders(String operation) {
        return test(operation, (hostile, faults) -> {
            hostile.addNotToBeTrusted("recruiter");
            hostile.addTokens(ForgedTokens.withoutTheRole("recruiter"));
            AccessRow.ROLES.forEach(role -> hostile.addTokens(Map.of("a token of " + role, Tokens.of(role))));
        });
    }

    private interface Preparation {
        void prepare(HostileTokens hostile, List<String> faults) throws IOException, InterruptedException;
    }

    private static DynamicTest test(String name, Preparation preparation) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> faults = new ArrayList<>();
            HostileTokens hostile = new HostileTokens(served(name));
            preparation.prepare(hostile, faults);
            hostile.addFaults(faults);
            assertThat(faults).as(name).isEmpty();
        });
    }

    private static Operation served(String name) {
        String document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Operation.of(document).stream()
                .filter(operation -> operation.name().equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError("The application has no " + name));
    }

    private void addNotToBeTrusted(String role) {
        addTokens(ForgedTokens.notToBeTrusted(role));
        String honest = Tokens.of(role);
        authorizations.put("nothing", List.of());
        authorizations.put("the scheme alone", List.of("Bearer"));
        authorizations.put("an empty token", List.of(BEARER));
        authorizations.put("a token without a scheme", List.of(honest));
        authorizations.put("another scheme", List.of("Basic " + honest));
        authorizations.put("a name and a password", List.of("Basic cmVjcnVpdGVyOnJlY3J1aXRlcg=="));
        authorizations.put("a wrong token before a right one", List.of(BEARER + "wrong", BEARER + honest));
    }

    private void addTokens(Map<String, String> tokens) {
        tokens.forEach((what, token) -> authorizations.put(what, List.of(BEARER + token)));
    }

    /** Without this an operation that lets nobody in would pass. */
    private void requireLetIn(String token, List<String> faults) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = send(client, List.of(BEARER + token)).statusCode();
            if (REFUSALS.contains(status)) {
                faults.add("a right token is refused: " + status);
            }
        }
    }

    private void addFaults(List<String> faults) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            authorizations.forEach((what, authorization) -> {
                try {
                    HttpResponse<String> response = send(client, authorization);
                    if (!isRefusal(response)) {
                        faults.add(what + ": " + response.statusCode() + " " + response.body());
                    }
                } catch (IOException e) {
                    faults.add(what + ": " + e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            });
        }
    }

    private HttpResponse<String> send(HttpClient client, List<String> authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(operation.call(base, null), (name, value) -> true)
                .version(HttpClient.Version.HTTP_1_1);
        authorization.forEach(value -> request.header("Authorization", value));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isRefusal(HttpResponse<String> response) throws IOException {
        if (!REFUSALS.contains(response.statusCode())
                || !response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = JSON.readTree(response.body());
        String type = response.statusCode() == 401 ? "/problems/unauthenticated" : "/problems/forbidden";
        return problem.path("type").asText().equals(type)
                && problem.path("status").asInt() == response.statusCode();
    }
}
