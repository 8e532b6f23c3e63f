package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planted defects still fit the sources, and the tests that show them are there. */
class DefectsTest {
    private static final Path ROOT = Path.of(System.getProperty("plumbline.root"));
    private static final String SHOWN_BY = "Shown-by: ";

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/e2e/defects"))) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void applies_and_names_a_test_that_is_there(Path patch) throws IOException {
        List<String> lines = Files.readAllLines(patch);
        checkShown(lines);
        String file = "";
        List<String> before = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("--- a/")) {
                check(file, before);
                file = line.substring("--- a/".length());
            } else if (line.startsWith("@@")) {
                check(file, before);
            } else if (!file.isEmpty() && !line.startsWith("+")) {
                before.add(line.substring(Math.min(1, line.length())));
            }
        }
        check(file, before);
        assertThat(file).isNotEmpty();
    }

    private static void checkShown(List<String> lines) throws IOException {
        String[] shown = lines.stream()
                .filter(line -> line.startsWith(SHOWN_BY))
                .map(line -> line.substring(SHOWN_BY.length()))
                .findFirst()
                .orElseThrow()
                .split("[ #]", -1);
        List<Path> files;
        try (Stream<Path> all = Files.walk(ROOT.resolve(shown[0]).resolve("src/test"))) {
            files = all.filter(file -> file.endsWith(shown[1] + ".java")).toList();
        }
        assertThat(files).hasSize(1);
        if (shown.length > 2) {
            assertThat(Files.readString(files.getFirst())).contains(" void " + shown[2] + "(");
        }
    }

    /** What a hunk takes away and what stands around it lies in the file in one piece. */
    private static void check(String file, List<String> before) throws IOException {
        if (!before.isEmpty()) {
            assertThat(Files.readString(ROOT.resolve(file))).as(file).contains(String.join("\n", before) + "\n");
            before.clear();
        }
    }
}
