package dev.plumbline.kit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedSecretsTest {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----";

    @TempDir
    Path folder;

    private SmallRyeConfig config() {
        Map<String, String> environment =
                Map.of("plumbline.secrets.folder", folder.toString(), "a.password", "from the environment");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new MountedSecrets())
                .build();
    }

    @Test
    void a_file_is_a_setting_and_keeps_its_lines() throws IOException {
        Files.writeString(folder.resolve("a.key"), PEM + "\n");
        Files.writeString(folder.resolve("a.password"), "of the file");
        assertThat(config().getValue("a.key", String.class)).isEqualTo(PEM);
        assertThat(config().getValue("a.password", String.class)).isEqualTo("of the file");
    }

    @Test
    void links_and_folders_of_a_mount_are_taken_as_they_are() throws IOException {
        Path mounted = Files.createDirectories(folder.resolve("..2026_01_01"));
        Files.writeString(mounted.resolve("a.password"), "mounted");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01_01"));
        Files.createSymbolicLink(folder.resolve("a.password"), Path.of("..data/a.password"));
        assertThat(config().getValue("a.password", String.class)).isEqualTo("mounted");
    }

    @Test
    void a_folder_that_is_not_there_is_said_to_be_missing() {
        folder = folder.resolve("nowhere");
        assertThatThrownBy(this::config)
                .hasStackTraceContaining("plumbline.secrets.folder cannot be read")
                .hasStackTraceContaining("nowhere");
    }
}
