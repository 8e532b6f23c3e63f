package dev.plumbline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.StartUpCaches.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCachesTest {
    @TempDir
    Path folder;

    private FakeRepository repository;
    private StartUpCaches caches;
    private Layout layout;

    @BeforeEach
    void prepare() throws IOException {
        repository = FakeRepository.create(Files.createDirectory(folder.resolve("repository")));
        layout = Layout.local(repository.root(), 20_000);
        caches = layout.caches();
        Files.createDirectories(repository.root().resolve(".plumbline/local/aot"));
    }

    @Test
    void are_current_until_a_jar_or_an_option_changes() throws IOException {
        assertThat(caches.areCurrent(layout)).isFalse();
        caches.stamp(layout);
        assertThat(caches.areCurrent(layout)).isTrue();
        assertThat(caches.areCurrent(layout.withServiceJava(List.of("-Xmx300m"))))
                .isFalse();

        Files.setLastModifiedTime(
                repository.jar(Service.INTERVIEW), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(caches.areCurrent(layout)).isFalse();
        caches.stamp(layout);
        assertThat(caches.areCurrent(layout)).isTrue();

        Path library = repository.jar(Service.JOB).resolveSibling("lib").resolve("main.jar");
        Files.createDirectories(library.getParent());
        Files.writeString(library, "");
        assertThat(caches.areCurrent(layout)).isFalse();

        caches.clear();
        assertThat(caches.folder()).doesNotExist();
    }

    @Test
    void a_jvm_starts_from_its_cache_once_it_is_there() throws IOException {
        Path cache = repository.root().resolve(".plumbline/local/aot/job-service.aot");
        assertThat(caches.options("job-service")).isEmpty();
        assertThat(caches.to(Use.WRITE).options("job-service")).contains("-XX:AOTCache=" + cache);

        Files.writeString(cache, "");

        assertThat(caches.options("job-service")).endsWith("-XX:AOTCache=" + cache);
        assertThat(caches.options("decision-service")).isEmpty();
        assertThat(StartUpCaches.none().options("job-service")).isEmpty();
        assertThat(StartUpCaches.none().areCurrent(layout)).isTrue();
    }

    @Test
    void tell_which_of_the_services_have_none() throws IOException {
        Path folder = repository.root().resolve(".plumbline/local/aot");
        for (String made : List.of("servers", "job-service", "interview-service", "decision-service")) {
            Files.writeString(folder.resolve(made + ".aot"), "");
        }
        assertThat(caches.missing()).containsExactly(folder.resolve("assessment-service.aot"));
        assertThat(StartUpCaches.none().missing()).isEmpty();
    }

    @Test
    void what_one_jvm_notes_its_cache_is_made_of() {
        String noted = "-XX:AOTConfiguration=" + repository.root().resolve(".plumbline/local/aot/job-service.noted");
        assertThat(caches.to(Use.RECORD).options("job-service")).endsWith("-XX:AOTMode=record", noted);
        assertThat(caches.to(Use.WRITE).options("job-service")).contains("-XX:AOTMode=create", noted);
    }
}
