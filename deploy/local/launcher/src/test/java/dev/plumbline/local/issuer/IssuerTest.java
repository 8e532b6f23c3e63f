package dev.plumbline.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD_GRANT = "grant_type=password&client_id=plumbline&username=%s&password=%s";

    /** Shared: a new key takes long to find. */
    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = Issuer.start(0, key());
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "recruiter, recruiter",
        "assessor, assessor",
        "assessor-2, assessor",
        "interviewer, interviewer",
        "interviewer-2, interviewer",
        "interviewer-3, interviewer",
        "hiring-manager, hiring-manager",
        "integration, integration",
        "auditor, auditor",
        "operator, operator"
    })
    void signs_a_demo_user_in(String user, String role) throws Exception {
        HttpResponse<String> answer = token(PASSWORD_GRANT.formatted(user, user));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.get("expires_in").asInt()).isEqualTo(3600);
        JwtClaims claims = verified(body.get("access_token").asText());
        assertThat(claims.getSubject()).isEqualTo(user);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly(role);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    void the_integration_signs_in_by_either_way_of_giving_its_secret() throws Exception {
        String form = "grant_type=client_credentials";
        HttpResponse<String> posted = token(form + "&client_id=integration&client_secret=integration");
        HttpResponse<String> basic = token(form, basic("integration:integration"));

        for (HttpResponse<String> answer : List.of(posted, basic)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            JwtClaims claims =
                    verified(JSON.readTree(answer.body()).get("access_token").asText());
            assertThat(claims.getSubject()).isEqualTo("integration");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("integration");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    grant_type=password&client_id=plumbline&username=recruiter&password=wrong        | 400 | invalid_grant
                    grant_type=password&client_id=plumbline&username=nobody&password=nobody          | 400 | invalid_grant
                    grant_type=password&client_id=plumbline&username=recruiter                       | 400 | invalid_request
                    grant_type=password&client_id=plumbline&username=recruiter&password=             | 400 | invalid_request
                    grant_type=password&client_id=plumbline&username=a&username=b&password=a         | 400 | invalid_request
                    grant_type=password&username=recruiter&password=recruiter                        | 400 | invalid_request
                    grant_type=password&client_id=stranger&username=recruiter&password=recruiter     | 401 | invalid_client
                    grant_type=password&client_id=plumbline&client_secret=x&username=a&password=a    | 401 | invalid_client
                    grant_type=password&client_id=integration&client_secret=integration&username=recruiter&password=recruiter | 400 | unauthorized_client
                    grant_type=client_credentials&client_id=integration                              | 401 | invalid_client
                    grant_type=client_credentials&client_id=integration&client_secret=wrong          | 401 | invalid_client
                    grant_type=client_credentials&client_id=plumbline                                | 400 | unauthorized_client
                    grant_type=authorization_code&client_id=plumbline&code=1                         | 400 | unsupported_grant_type
                    client_id=plumbline                                                              | 400 | invalid_request
                    grant_type=%zz&client_id=plumbline                                               | 400 | invalid_request
                    """)
    void refuses_in_the_words_of_oauth(String form, int status, String error) throws Exception {
        HttpResponse<String> answer = token(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("error").asText()).isEqualTo(error);
        assertThat(JSON.readTree(answer.body()).has("access_token")).isFalse();
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @ParameterizedTest
    @CsvSource({"integration:wrong", "integration", "stranger:stranger", "integration:%zz"})
    void refuses_a_wrong_basic_header(String pair) throws Exception {
        assertThat(token("grant_type=client_credentials", basic(pair)).statusCode())
                .isBetween(400, 401);
        assertThat(token("grant_type=client_credentials", "Basic ***").statusCode())
                .isEqualTo(401);
        assertThat(token("grant_type=client_credentials", "Bearer x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refuses_what_is_no_form_or_too_large() throws Exception {
        HttpRequest json = HttpRequest.newBuilder(uri("/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(client.send(json, HttpResponse.BodyHandlers.ofString()).body())
                .contains("invalid_request");
        assertThat(token("grant_type=" + "x".repeat(20_000)).body()).contains("too large");
    }

    @Test
    void says_where_everything_is() throws Exception {
        JsonNode discovery =
                JSON.readTree(get("/.well-known/openid-configuration").body());

        assertThat(discovery.get("issuer").asText()).isEqualTo(issuer.url());
        assertThat(discovery.get("token_endpoint").asText()).isEqualTo(issuer.url() + "/token");
        assertThat(discovery.get("jwks_uri").asText()).isEqualTo(issuer.url() + "/jwks");
        assertThat(get("/token").statusCode()).isEqualTo(405);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void shows_the_public_half_of_its_key_only() throws Exception {
        JsonNode keys = JSON.readTree(get("/jwks").body()).get("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
        assertThat(Files.getPosixFilePermissions(key())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tells_of_other_keys_by_their_public_halves_until_they_are_withdrawn() throws Exception {
        RsaJsonWebKey another = RsaJwkGenerator.generateJwk(2048);
        another.setKeyId("another");

        issuer.publish(another);
        JsonNode both = JSON.readTree(get("/jwks").body()).get("keys");
        issuer.withdraw(another);

        assertThat(both).hasSize(2);
        assertThat(both.get(1).get("kid").asText()).isEqualTo("another");
        assertThat(both.get(1).fieldNames()).toIterable().containsExactlyInAnyOrder("kty", "kid", "n", "e");
        JsonNode left = JSON.readTree(get("/jwks").body()).get("keys");
        assertThat(left).containsExactly(both.get(0));
    }

    @Test
    void a_token_survives_a_restart_but_not_a_new_key() throws Exception {
        String token = JSON.readTree(
                        token(PASSWORD_GRANT.formatted("auditor", "auditor")).body())
                .get("access_token")
                .asText();
        int port = URI.create(issuer.url()).getPort();
        issuer.close();
        issuer = Issuer.start(port, key());
        assertThat(verified(token).getSubject()).isEqualTo("auditor");

        issuer.close();
        issuer = Issuer.start(port, folder.resolve("another-key.json"));
        assertThatThrownBy(() -> verified(token)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void says_so_when_its_key_is_broken_or_its_port_in_use() throws Exception {
        int port = URI.create(issuer.url()).getPort();
        assertThatThrownBy(() -> Issuer.start(port, key()))
                .isInstanceOf(LocalFailure.class)
                .hasMessage("Port " + port + " for the OIDC issuer is in use: stop what listens there.");

        Path broken = Files.writeString(folder.resolve("broken-key.json"), "{\"kty\":\"oct\",\"k\":\"AAAA\"}");
        assertThatThrownBy(() -> Issuer.start(0, broken))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("cannot be read: delete the file");
    }

    @Test
    void listens_on_this_machine_only() throws Exception {
        int port = URI.create(issuer.url()).getPort();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 1000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    /** As a service verifies it: signature by the published key, issuer, audience, expiry, RS256 alone. */
    private JwtClaims verified(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer.url() + "/jwks")))
                .setExpectedIssuer(issuer.url())
                .setExpectedAudience("plumbline")
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireJwtId()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .build()
                .processToClaims(token);
    }

    private HttpResponse<String> token(String form, String... authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        for (String header : authorization) {
            request.header("Authorization", header);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(issuer.url() + path);
    }

    private static Path key() {
        return folder.resolve("keys").resolve("issuer-key.json");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
