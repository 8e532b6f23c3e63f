package dev.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.FakeRepository;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    @TempDir
    Path folder;

    @Test
    void makes_the_caches_in_the_folder_with_the_services_options() throws IOException {
        FakeRepository repository = FakeRepository.create(Files.createDirectory(folder.resolve("repository")));
        Path caches = folder.resolve("caches");

        assertThat(Train.run(repository.root(), caches.toString(), "-XX:+UseSerialGC", "-Xmx64m"))
                .isZero();

        for (Service service : Service.values()) {
            assertThat(caches.resolve(service.title() + ".aot")).isNotEmptyFile();
        }
        assertThat(caches.resolve("made-of")).content().contains("-XX:+UseSerialGC -Xmx64m");
        assertThat(repository.root()).isDirectoryNotContaining("glob:**/.plumbline");
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void fails_where_there_is_nothing_to_train() throws IOException {
        assertThat(Train.run(Files.createDirectory(folder.resolve("empty")), folder.toString()))
                .isEqualTo(1);
        assertThat(Train.run(folder)).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.aot");
    }
}
