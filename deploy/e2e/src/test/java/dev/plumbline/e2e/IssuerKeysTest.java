package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.local.platform.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Services that take keys from their issuer, as in production, and an issuer that has several: a token is checked by the key
 * that it names, whatever else it says, and keys are found and forgotten as the issuer rotates them.
 */
@ExtendWith(WholePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerKeysTest {
    /** Of each service a call that the tokens here let in, were they to be trusted. */
    private static final Map<Service, String> CALLS = Map.of(
            Service.JOB,
            "/v1/jobs",
            Service.ASSESSMENT,
            "/v1/tests",
            Service.INTERVIEW,
            "/v1/interviews",
            Service.DECISION,
            "/v1/webhooks");

    private static final int FLOOD = 20;

    private final Platform platform;
    private final URI url;
    private final RsaJsonWebKey one = rsa("one");
    private final RsaJsonWebKey two = rsa("two");
    private final RsaJsonWebKey encrypting = rsa("encrypting");
    private final RsaJsonWebKey stranger = rsa("stranger");
    private final PublicJsonWebKey elliptic = elliptic("elliptic");
    private final List<JsonWebKey> published = List.of(one, two, encrypting, elliptic);

    IssuerKeysTest(Platform platform) {
        this.platform = platform;
        this.url = URI.create(platform.issuer().url());
        one.setUse("sig");
        // The other one does not say what it is for, as many do not.
        encrypting.setUse("enc");
        for (RsaJsonWebKey key : List.of(one, two)) {
            key.setX509CertificateSha1Thumbprint(thumbprint("SHA-1", key.getKeyId()));
            key.setX509CertificateSha256Thumbprint(thumbprint("SHA-256", key.getKeyId()));
        }
    }

    @BeforeAll
    void publish() {
        published.forEach(platform.issuer()::publish);
        for (Service service : Service.values()) {
            awaitTaken(service, token().with("kid", "one").signedBy(one));
        }
    }

    @AfterAll
    void withdraw() {
        published.forEach(platform.issuer()::withdraw);
    }

    @ParameterizedTest
    @EnumSource
    void a_token_is_checked_by_the_key_that_it_names_and_by_no_other(Service service) {
        Map<String, String> genuine = genuine(service);
        Map<String, String> hostile = hostile();

        assertThat(genuine)
                .allSatisfy((what, token) ->
                        assertThat(call(service, token).status()).as(what).isEqualTo(200));
        assertThat(hostile).hasSize(19).allSatisfy((what, token) -> {
            Answer answer = call(service, token);
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertThat(answer.json().path("type").asText()).as(what).isEqualTo("/problems/unauthenticated");
            assertThat(answer.json().path("status").asInt()).as(what).isEqualTo(401);
        });
    }

    @Test
    void a_new_key_is_found_and_an_old_one_forgotten_whatever_strangers_send() {
        RsaJsonWebKey next = rsa("next");
        for (Service service : Service.values()) {
            assertThat(call(service, named(next)).status()).isEqualTo(401);
            flood(service, FLOOD);
        }

        platform.issuer().publish(next);
        try {
            for (Service service : Service.values()) {
                flood(service, FLOOD);
                awaitTaken(service, named(next));
            }
        } finally {
            platform.issuer().withdraw(next);
        }
        for (Service service : Service.values()) {
            // They are read again where a token names one that is not known; who was verified is believed for longer.
            Awaitility.await("a key that is withdrawn is forgotten by " + service.title())
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        flood(service, 1);
                        return call(service, named(next)).status() == 401;
                    });
            assertThat(call(service, token().with("kid", "one").signedBy(one)).status())
                    .isEqualTo(200);
        }
    }

    private Map<String, String> genuine(Service service) {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("the issuer's own", platform.token(service == Service.INTERVIEW ? "interviewer" : "auditor"));
        tokens.put("a key by its id", token().with("kid", "one").signedBy(one));
        tokens.put("another key by its id", token().with("kid", "two").signedBy(two));
        tokens.put("a key by its thumbprint", sha1("one").signedBy(one));
        return tokens;
    }

    private Map<String, String> hostile() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("another key's id", token().with("kid", "two").signedBy(one));
        tokens.put("the same the other way round", token().with("kid", "one").signedBy(two));
        tokens.put(
                "the id of the issuer's own key", token().with("kid", ownId()).signedBy(one));
        tokens.put("a known id, by a stranger", token().with("kid", "one").signedBy(stranger));
        tokens.put("an id that nobody has", unknown());
        tokens.put("no id", token().signedBy(stranger));
        tokens.put("an empty id", token().with("kid", "").signedBy(stranger));
        tokens.put("an elliptic key's id", token().with("kid", "elliptic").signedBy(one));
        tokens.put("the same, by a stranger", token().with("kid", "elliptic").signedBy(stranger));
        tokens.put("by a key for encryption", token().with("kid", "encrypting").signedBy(encrypting));
        tokens.put(
                "the id of a key for encryption",
                token().with("kid", "encrypting").signedBy(one));
        byte[] der = one.getKey().getEncoded();
        tokens.put("HMAC with the named key", token().with("kid", "one").hmac(der));
        tokens.put("HMAC with its PEM", token().with("kid", "one").hmac(pem(der)));
        byte[] modulus = one.getRsaPublicKey().getModulus().toByteArray();
        tokens.put("HMAC with its modulus", token().with("kid", "one").hmac(modulus));
        tokens.put("another key's thumbprint", sha1("two").signedBy(one));
        String longer = thumbprint("SHA-256", "two");
        tokens.put("the longer one", token().with("x5t#S256", longer).signedBy(one));
        tokens.put("a known thumbprint, by a stranger", sha1("one").signedBy(stranger));
        tokens.put("a thumbprint that nobody has", sha1("stranger").signedBy(stranger));
        tokens.put(
                "the same under a known id", sha1("stranger").with("kid", "one").signedBy(stranger));
        return tokens;
    }

    private HandmadeToken sha1(String key) {
        return token().with("x5t", thumbprint("SHA-1", key));
    }

    private HandmadeToken token() {
        return HandmadeToken.from(url);
    }

    /** Each time another one: a token that was verified is believed for a while. */
    private String named(RsaJsonWebKey key) {
        return token().with("kid", key.getKeyId()).signedBy(key);
    }

    private String unknown() {
        return token().with("kid", UUID.randomUUID().toString()).signedBy(stranger);
    }

    private void flood(Service service, int count) {
        assertThat(IntStream.range(0, count).map(i -> call(service, unknown()).status()))
                .containsOnly(401);
    }

    private void awaitTaken(Service service, String token) {
        Awaitility.await("a key that is new is found by " + service.title())
                .atMost(Duration.ofSeconds(20))
                .until(() -> call(service, token).status() == 200);
    }

    private Answer call(Service service, String token) {
        return platform.withBearer(token, service).get(CALLS.getOrDefault(service, ""));
    }

    /** The id of the key that the issuer signs with. */
    private String ownId() {
        String header = platform.token("auditor").split("\\.", -1)[0];
        return Decisions.parse(Base64.getUrlDecoder().decode(header))
                .path("kid")
                .asText();
    }

    /** Of a certificate that nobody needs: it is only compared. */
    private static String thumbprint(String algorithm, String key) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static RsaJsonWebKey rsa(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey elliptic(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
