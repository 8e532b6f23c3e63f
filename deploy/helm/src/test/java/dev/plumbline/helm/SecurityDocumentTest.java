package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/SECURITY.md} says is shown by tests names tests that there are. */
class SecurityDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Set<String> named = NAMED.matcher(Project.read(Project.root().resolve("docs/SECURITY.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(25);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                Project.root(), 16, (file, attributes) -> file.toString().endsWith("Test.java"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
