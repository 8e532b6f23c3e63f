package dev.plumbline.decision.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String OLD = "an-old-key-of-an-installation-32chars";
    private static final String NEW = "the-new-key-of-the-installation-32chars";
    private static final UUID WEBHOOK = UUID.fromString("019a9c5e-7c1a-7d35-9b2e-0f4f6a1c2d3e");
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.9Z");

    /** The vector of the reference implementations: github.com/standard-webhooks/standard-webhooks. */
    @Test
    void signs_as_the_reference_implementations_do() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = Secrets.sign(
                secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_is_the_same_each_time_and_another_for_each_webhook_and_generation() {
        Secrets secrets = secrets(Map.of("key", NEW));
        String secret = secrets.show(secrets.next(WEBHOOK, 1)).orElseThrow();

        assertThat(secrets(Map.of("key", NEW)).show(secrets.next(WEBHOOK, 1))).contains(secret);
        assertThat(secrets.show(secrets.next(WEBHOOK, 2)).orElseThrow()).isNotEqualTo(secret);
        assertThat(secrets.show(secrets.next(UUID.randomUUID(), 1)).orElseThrow())
                .isNotEqualTo(secret);
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
    }

    @Test
    void a_secret_lives_on_under_the_key_before_until_it_is_rotated() {
        SecretId first = secrets(Map.of("key", OLD)).next(WEBHOOK, 1);
        Secrets after = secrets(Map.of("key", NEW, "previous-key", OLD));

        assertThat(after.show(first))
                .isEqualTo(secrets(Map.of("key", OLD)).show(first))
                .isPresent();
        assertThat(after.next(WEBHOOK, 2).key()).isNotEqualTo(first.key());
        assertThat(secrets(Map.of("key", NEW)).show(first)).isEmpty();
    }

    @Test
    void signs_with_every_live_secret_whose_key_is_there_the_newest_first() {
        SecretId first = secrets(Map.of("key", OLD)).next(WEBHOOK, 1);
        Secrets both = secrets(Map.of("key", NEW, "previous-key", OLD));
        SecretId second = both.next(WEBHOOK, 2);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        String signatures = both.sign(List.of(second, first), "id", NOW, body).orElseThrow();

        assertThat(signatures.split(" ", -1)).hasSize(2).allMatch(one -> one.startsWith("v1,"));
        assertThat(both.sign(List.of(second), "id", NOW, body))
                .contains(signatures.split(" ", -1)[0]);
        assertThat(secrets(Map.of("key", NEW)).sign(List.of(second, first), "id", NOW, body))
                .contains(signatures.split(" ", -1)[0]);
        assertThat(secrets(Map.of("key", NEW)).sign(List.of(first), "id", NOW, body))
                .isEmpty();
    }

    @Test
    void a_previous_secret_ends_when_it_is_said_to() {
        SecretId one = new SecretId(WEBHOOK, 1, "a");
        SecretId two = new SecretId(WEBHOOK, 2, "a");

        assertThat(new LiveSecrets(two, one, NOW.plusMillis(1)).at(NOW)).containsExactly(two, one);
        assertThat(new LiveSecrets(two, one, NOW).at(NOW)).containsExactly(two);
        assertThat(new LiveSecrets(two, null, null).at(NOW)).containsExactly(two);
        assertThat(SecretId.parse(WEBHOOK, two.text())).isEqualTo(two);
    }

    @Test
    void without_a_key_there_are_no_webhooks_and_with_a_short_one_no_service() {
        assertThat(secrets(Map.of()).areOn()).isFalse();
        assertThat(secrets(Map.of("key", NEW)).areOn()).isTrue();
        assertThatThrownBy(() -> secrets(Map.of("key", "too-short")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32");
        assertThatThrownBy(() -> secrets(Map.of("previous-key", OLD))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_that_is_logged_holds_a_secret() {
        Secrets secrets = secrets(Map.of("key", NEW));

        assertThat(secrets.toString() + secrets.next(WEBHOOK, 1))
                .doesNotContain(NEW)
                .doesNotContain("whsec_");
    }

    private static Secrets secrets(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(WebhookSettings.class);
        settings.forEach((name, value) -> builder.withDefaultValue("plumbline.webhooks." + name, value));
        // The durations of the defaults are Quarkus' notation.
        builder.withConverter(Duration.class, 200, new DurationConverter());
        return new Secrets(builder.build().getConfigMapping(WebhookSettings.class));
    }
}
