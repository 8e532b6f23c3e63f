package dev.plumbline.assessment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionSecretsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final UUID SESSION = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private static SessionSecrets secrets(String key) {
        return new SessionSecrets(settings(Map.of("plumbline.sessions.key", key)));
    }

    private static SessionSettings settings(Map<String, String> properties) {
        return config(properties, "prod").getConfigMapping(SessionSettings.class);
    }

    private static SmallRyeConfig config(Map<String, String> properties, String profile) {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withMapping(SessionSettings.class)
                .withSources(new PropertiesConfigSource(new HashMap<>(properties), "test", 200))
                .build();
    }

    @Test
    void the_same_session_and_generation_give_the_same_secret_again() {
        assertThat(secrets(KEY).secretOf(SESSION, 1))
                .isEqualTo(secrets(KEY).secretOf(SESSION, 1))
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void another_session_generation_or_key_gives_another_secret() {
        String secret = secrets(KEY).secretOf(SESSION, 1);
        assertThat(secrets(KEY).secretOf(new UUID(1, 1), 1)).isNotEqualTo(secret);
        assertThat(secrets(KEY).secretOf(SESSION, 2)).isNotEqualTo(secret);
        assertThat(secrets("another-key-another-key-another-key").secretOf(SESSION, 1))
                .isNotEqualTo(secret);
    }

    @Test
    void session_and_generation_cannot_run_into_each_other() {
        assertThat(secrets(KEY).secretOf(SESSION, 11)).isNotEqualTo(secrets(KEY).secretOf(SESSION, 1) + "1");
        assertThat(secrets(KEY).matches(secrets(KEY).secretOf(SESSION, 1), SESSION, 11))
                .isFalse();
    }

    @Test
    void a_secret_of_the_key_before_is_still_taken_after_a_rotation() {
        String old = secrets(KEY).secretOf(SESSION, 1);
        SessionSecrets rotated = new SessionSecrets(settings(Map.of(
                "plumbline.sessions.key",
                "another-key-another-key-another-key",
                "plumbline.sessions.previous-key",
                KEY)));
        assertThat(rotated.matches(old, SESSION, 1)).isTrue();
        assertThat(rotated.secretOf(SESSION, 1)).isNotEqualTo(old);
        assertThat(secrets("another-key-another-key-another-key").matches(old, SESSION, 1))
                .isFalse();
    }

    @Test
    void a_short_key_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> secrets("short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32 characters");
    }

    @Test
    void without_a_key_production_does_not_start() throws IOException {
        Properties shipped = new Properties();
        try (var file = SessionSecretsTest.class.getResourceAsStream("/application.properties")) {
            shipped.load(Objects.requireNonNull(file));
        }
        Map<String, String> properties = new HashMap<>();
        shipped.forEach((name, value) -> properties.put((String) name, (String) value));
        properties.keySet().removeIf(name -> !name.contains("plumbline.sessions"));

        assertThatThrownBy(() -> config(properties, "prod"))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("plumbline.sessions.key");
        assertThat(config(properties, "test")
                        .getConfigMapping(SessionSettings.class)
                        .key())
                .isNotBlank();
    }
}
