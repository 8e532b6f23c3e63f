package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformProcessTest {
    @TempDir
    Path folder;

    @Test
    void says_how_to_build_the_jar_that_is_missing() {
        assertThatThrownBy(() -> PlatformProcess.start(folder))
                .hasMessageContaining("run ./mvnw package -pl deploy/local/platform");
    }

    @Test
    void says_why_the_platform_did_not_start() throws IOException {
        Path jar = folder.resolve("deploy/local/platform/target/platform.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "no jar");
        assertThatThrownBy(() -> PlatformProcess.start(folder))
                .hasMessageContaining("did not start")
                .hasMessageContaining("Invalid or corrupt jarfile");
    }

    @Test
    void reads_where_the_servers_listen() {
        assertThat(PlatformProcess.servers("{\"postgres\":{\"host\":\"localhost\",\"port\":5,\"user\":\"u\","
                        + "\"password\":\"p\"},\"kafka\":\"localhost:6\"}"))
                .isEqualTo(new Servers("localhost", 5, "u", "p", "localhost:6"));
    }
}
