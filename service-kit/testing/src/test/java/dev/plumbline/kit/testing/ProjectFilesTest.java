package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
    @TempDir
    Path folder;

    @Test
    void finds_the_root_above() throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        assertThat(ProjectFiles.rootAbove(deep)).isEqualTo(folder);
    }

    @Test
    void says_where_it_looked() {
        assertThatThrownBy(() -> ProjectFiles.rootAbove(folder)).hasMessageContaining("plumbline.root");
    }
}
