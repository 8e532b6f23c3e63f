package dev.plumbline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds in the folder of the databases without the file that says so: leftovers go, databases stay. */
class LeftoversTest {
    private static final String[] POSTGRES_ALONE = {"--only", "postgres", "--fsync", "off"};

    @TempDir
    Path temporary;

    private Path folder;
    private Path databases;

    @BeforeEach
    void name_folders() {
        folder = temporary.resolve("kept");
        databases = PostgresServer.folder(folder);
    }

    @Test
    void an_initdb_that_was_cut_short_is_done_again() throws Exception {
        Path half = Files.createDirectories(databases.resolve("base/1"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        Files.writeString(databases.resolve("PG_VERSION"), "18\n");

        keepSomething();
    }

    /** As after a backup of which only PostgreSQL's own folder was put back. */
    @Test
    void databases_are_no_leftovers() throws Exception {
        keepSomething();
        Files.delete(PostgresServer.prepared(folder));
        Map<Path, Long> before = files();

        try (PlatformProcess platform = PlatformProcess.start(folder, POSTGRES_ALONE)) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith(databases.toRealPath() + " holds databases, but postgres.prepared is not beside it");
            assertThat(platform.output()).isEmpty();
            platform.leavesNoProcess();
        }
        assertThat(files()).isEqualTo(before);
    }

    private void keepSomething() throws Exception {
        try (PlatformProcess platform =
                PlatformProcess.start(folder, POSTGRES_ALONE).postgresReady()) {
            try (Connection job = platform.connect("job", "job", "job");
                    Statement sql = job.createStatement()) {
                sql.execute("CREATE TABLE kept AS SELECT 'still here' AS it");
            }
            platform.terminate();
            platform.leavesNoProcess();
        }
    }

    private Map<Path, Long> files() throws IOException {
        try (Stream<Path> files = Files.walk(databases)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            Function.identity(), file -> file.toFile().length()));
        }
    }
}
