package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @Test
    void is_gone_with_all_that_was_in_it_also_when_closed_from_several_sides(@TempDir Path parent) throws IOException {
        RunFolder folder = RunFolder.create(parent);
        Path deep = Files.createDirectories(folder.path().resolve("a/b/c"));
        for (int i = 0; i < 100; i++) {
            Files.writeString(deep.resolve("file-" + i), "x");
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            threads.execute(folder::close);
            threads.execute(folder::close);
        }
        assertThat(folder.path()).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void what_is_kept_of_it_stays(@TempDir Path parent, @TempDir Path shelf) throws IOException {
        Path kept;
        try (RunFolder folder = RunFolder.create(parent)) {
            Path logs = Files.createDirectories(folder.path().resolve("logs/of"));
            Files.writeString(logs.resolve("service.log"), "It began.");
            kept = folder.keep("logs", shelf);
        }
        assertThat(parent).isEmptyDirectory();
        assertThat(kept.resolve("of/service.log")).hasContent("It began.");
    }
}
