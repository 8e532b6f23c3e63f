package dev.plumbline.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarDifferencesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String JAR = "widget-service/target/quarkus-app/app/widget.jar";
    private static final String LIST = "widget-service/target/quarkus-app/dependencies.txt";

    @TempDir
    Path folder;

    private Path one = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void build() throws IOException {
        one = folder.resolve("one");
        other = folder.resolve("another/place");
        for (Path root : new Path[] {one, other}) {
            jar(root.resolve(JAR), TIME, "a=1", "b=2");
            jar(root.resolve("launcher/target/launcher.jar"), TIME, "c=3");
            write(root.resolve(LIST), "all");
            write(root.resolve("widget-service/target/classes/built.txt"), root.toString());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void jar(Path file, LocalDateTime time, String... entries) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String text : entries) {
                ZipEntry entry = new ZipEntry(text.substring(0, text.indexOf('=')));
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void finds_nothing_between_builds_that_are_the_same() throws IOException {
        assertThat(JarDifferences.packaged(one)).hasSize(3);
        assertThat(JarDifferences.between(one, other).found()).isEmpty();
    }

    @Test
    void names_the_entries_that_differ() throws IOException {
        jar(other.resolve(JAR), TIME, "a=1", "b=3");
        assertThat(JarDifferences.between(one, other).found()).containsExactly(JAR + "!b: has other bytes");
        jar(other.resolve(JAR), TIME, "a=1");
        assertThat(JarDifferences.between(one, other).found()).containsExactly(JAR + "!b: is in one of the two alone");
        jar(other.resolve(JAR), TIME, "b=2", "a=1");
        assertThat(JarDifferences.between(one, other).found())
                .containsExactly(JAR + ": its entries have another order");
        jar(other.resolve(JAR), TIME.plusHours(1), "a=1", "b=2");
        assertThat(JarDifferences.between(one, other).found())
                .containsExactly(JAR + "!a: has another time", JAR + "!b: has another time");
    }

    @Test
    void counts_apart_what_quarkus_generates() throws IOException {
        String generated = "widget-service/target/quarkus-app/quarkus/generated-bytecode.jar";
        jar(one.resolve(generated), TIME, "A.class=1", "B.class=1", "list=1");
        jar(other.resolve(generated), TIME, "A.class=2", "B.class=1", "list=1");
        assertThat(JarDifferences.between(one, other).found()).isEmpty();
        assertThat(JarDifferences.between(one, other).generated()).isEqualTo(1);
        jar(other.resolve(generated), TIME, "A.class=2", "C.class=1", "list=2");
        assertThat(JarDifferences.between(one, other).found())
                .containsExactly(
                        generated + "!B.class: is in one of the two alone",
                        generated + "!C.class: is in one of the two alone",
                        generated + "!list: has other bytes");
    }

    @Test
    void names_other_files_that_differ() throws IOException {
        write(other.resolve(LIST), "all but one");
        Files.delete(other.resolve("launcher/target/launcher.jar"));
        assertThat(JarDifferences.between(one, other).found())
                .containsExactly(
                        "launcher/target/launcher.jar: is in one of the two alone", LIST + ": differs from byte 3 on");
    }

    @Test
    void does_not_take_two_builds_that_made_nothing_for_the_same() {
        assertThatThrownBy(() -> JarDifferences.between(folder.resolve("one/launcher/target/no"), other))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JarDifferences.packaged(one.resolve("widget-service/target/classes")))
                .hasMessageContaining("Nothing is packaged");
    }
}
