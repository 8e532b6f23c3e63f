package dev.plumbline.decision.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.KeysForTests;
import dev.plumbline.decision.certificate.DecisionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionKeysTest {
    private static final byte[] BYTES = "what is signed".getBytes(StandardCharsets.UTF_8);

    private final KeyPair pair = KeysForTests.generate();
    private final String secret = KeysForTests.pem("PRIVATE KEY", pair.getPrivate());

    private record Settings(
            Optional<String> signingKey,
            Optional<Path> signingKeyFile,
            Optional<String> retiredKeys,
            Optional<Path> retiredKeysFile)
            implements DecisionKeySettings {

        static Settings signing(String key) {
            return new Settings(Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Settings retired(String keys) {
            return new Settings(signingKey, signingKeyFile, Optional.of(keys), retiredKeysFile);
        }
    }

    @Test
    void the_public_key_is_found_from_the_private_one() {
        for (int i = 0; i < 50; i++) {
            KeyPair one = KeysForTests.generate();
            DecisionKeys keys = new DecisionKeys(Settings.signing(KeysForTests.pem("PRIVATE KEY", one.getPrivate())));
            DecisionKey expected = DecisionKey.of((EdECPublicKey) one.getPublic());

            assertThat(keys.signer().orElseThrow().key().x()).isEqualTo(expected.x());
            assertThat(expected.verifies(BYTES, keys.signer().orElseThrow().sign(BYTES)))
                    .isTrue();
            assertThat(DecisionKey.of(expected.x()).id()).isEqualTo(expected.id());
        }
    }

    /** RFC 8037, appendix A: the key, its thumbprint and a signature. */
    @Test
    void reads_the_example_of_the_standard() {
        DecisionKey key = DecisionKey.of("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(key.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(key.toJwk().path("kty").asText()).isEqualTo("OKP");
    }

    @Test
    void retired_keys_are_published_behind_the_one_that_signs() {
        String retired = KeysForTests.pem("PUBLIC KEY", KeysForTests.generate().getPublic())
                + KeysForTests.pem("PUBLIC KEY", pair.getPublic())
                + KeysForTests.pem("PUBLIC KEY", KeysForTests.generate().getPublic());

        List<DecisionKey> published = new DecisionKeys(Settings.signing(secret).retired(retired)).published();

        assertThat(published).hasSize(3);
        assertThat(published.getFirst().id())
                .isEqualTo(DecisionKey.of((EdECPublicKey) pair.getPublic()).id());
    }

    @Test
    void a_key_comes_from_a_file_but_not_from_two_places(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), secret);
        Settings settings = new Settings(Optional.empty(), Optional.of(file), Optional.empty(), Optional.empty());
        assertThat(new DecisionKeys(settings).signer()).isPresent();

        Settings twice = new Settings(Optional.of(secret), Optional.of(file), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new DecisionKeys(twice)).isInstanceOf(IllegalStateException.class);
        Settings nowhere =
                new Settings(Optional.empty(), Optional.of(folder.resolve("none")), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new DecisionKeys(nowhere)).hasMessageContaining("signing-key-file cannot be read");
    }

    @Test
    void without_a_key_there_is_none() {
        DecisionKeys keys =
                new DecisionKeys(new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(keys.signer()).isEmpty();
        assertThat(keys.published()).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_used_keeps_the_service_from_starting_and_is_not_told() throws NoSuchAlgorithmException {
        String body = secret.lines().skip(1).findFirst().orElseThrow();
        KeyPair rsa = shortRsa();
        KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        for (String key : List.of(
                "",
                "no key",
                body,
                secret + secret,
                secret + "and more",
                secret.replace(body, body.substring(8)),
                KeysForTests.pem("PUBLIC KEY", pair.getPublic()),
                KeysForTests.pem("PRIVATE KEY", rsa.getPrivate()),
                KeysForTests.pem("PRIVATE KEY", other.getPrivate()))) {
            assertThatThrownBy(() -> new DecisionKeys(Settings.signing(key)))
                    .as(key)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("plumbline.decision-keys.signing-key must be")
                    .hasMessageNotContaining(body.substring(20, 40))
                    .hasNoCause();
        }
        for (String keys : List.of("no key", secret, KeysForTests.pem("PUBLIC KEY", rsa.getPublic()))) {
            assertThatThrownBy(() -> new DecisionKeys(Settings.signing(secret).retired(keys)))
                    .as(keys)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("plumbline.decision-keys.retired-keys must be")
                    .hasMessageNotContaining(body.substring(20, 40))
                    .hasNoCause();
        }
    }

    /** A long one takes seconds to make, and is none of Ed25519 either. */
    private static KeyPair shortRsa() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }
}
