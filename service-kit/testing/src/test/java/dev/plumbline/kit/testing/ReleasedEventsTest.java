package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The services' events go together with every release; what does not is found. */
class ReleasedEventsTest {
    private static final ReleasedEvents COMMITTED =
            new ReleasedEvents(ProjectFiles.root().resolve("docs/events/released"), ProjectFiles.root());
    private static final String SCHEMA = """
            {"type": "object", "required": ["size"], "properties": {"size": {"enum": ["SMALL", "LARGE"]}}}
            """;
    private static final String CONTRACTS = "services/widget-service/src/main/resources/contracts/";
    private static final String FILE = ServiceFolder.TYPE + ".schema.json";
    private static final String EXAMPLE = "examples/" + ServiceFolder.TYPE + ".1.json";

    @TempDir
    Path folder;

    private ServiceFolder files = new ServiceFolder(Path.of(""));

    @BeforeEach
    void release() {
        files = new ServiceFolder(folder)
                .with("released/1.0/" + FILE, SCHEMA)
                .with("released/1.0/" + EXAMPLE, "{\"size\": \"LARGE\"}")
                .with(CONTRACTS + FILE, SCHEMA)
                .with(CONTRACTS + EXAMPLE, "{ \"size\": \"LARGE\" }");
    }

    private ReleasedEvents events() {
        return new ReleasedEvents(folder.resolve("released"), folder.resolve("services"));
    }

    static List<String> committed() {
        assertThat(COMMITTED.versions()).as("releases").contains("0.1.0");
        return COMMITTED.versions();
    }

    @ParameterizedTest
    @MethodSource("committed")
    void each_release_goes_together_with_what_the_services_have(String version) {
        List<String> types = COMMITTED.types(version);
        assertThat(types).isNotEmpty();
        assertThat(COMMITTED.faults(version)).as("faults against " + version).isEmpty();
        assertThat(COMMITTED.changedExamples(version)).isEmpty();
        System.out.printf("%d event types go together with release %s%n", types.size(), version);
    }

    @Test
    void the_same_goes_together() {
        assertThat(events().versions()).containsExactly("1.0");
        assertThat(events().types("1.0")).containsExactly(ServiceFolder.TYPE);
        assertThat(events().faults("1.0")).isEmpty();
        assertThat(events().changedExamples("1.0")).isEmpty();
    }

    @Test
    void finds_a_change_by_the_schemas_and_by_the_examples() {
        files.with(CONTRACTS + FILE, SCHEMA.replace("LARGE", "HUGE"))
                .with(CONTRACTS + EXAMPLE.replace(".1.", ".2."), "{\"size\": \"HUGE\"}");
        assertThat(events().faults("1.0"))
                .anyMatch(fault -> fault.contains(" /size: enum has \"LARGE\" no more"))
                .anyMatch(fault -> fault.startsWith("released " + ServiceFolder.TYPE + ".1.json /size"))
                .anyMatch(fault -> fault.startsWith("current " + ServiceFolder.TYPE + ".2.json /size"));
    }

    @Test
    void finds_a_type_that_is_gone() throws IOException {
        Files.delete(folder.resolve(CONTRACTS + FILE));
        assertThat(events().faults("1.0")).singleElement().asString().startsWith(ServiceFolder.TYPE + ": 0 services");
    }

    @Test
    void finds_an_example_that_was_changed_or_removed() throws IOException {
        files.with(CONTRACTS + EXAMPLE, "{\"size\": \"SMALL\"}");
        assertThat(events().changedExamples("1.0")).hasSize(1);
        try (Stream<Path> examples = Files.list(folder.resolve(CONTRACTS + "examples"))) {
            for (Path example : examples.toList()) {
                Files.delete(example);
            }
        }
        assertThat(events().changedExamples("1.0")).hasSize(1);
    }
}
