package dev.plumbline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.benchmarks.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The load is made of events as their owners publish them: their own schemas say so. */
class ContractsTest {

    @ParameterizedTest
    @EnumSource(Event.Kind.class)
    void every_event_keeps_its_owners_schema(Event.Kind kind) throws IOException {
        Schema schema = schema(kind);
        List<Event> events =
                events().stream().filter(event -> event.kind() == kind).toList();
        assertThat(events).isNotEmpty();
        for (Event event : events) {
            assertThat(schema.validate(new String(event.data(), StandardCharsets.UTF_8), InputFormat.JSON))
                    .isEmpty();
        }
    }

    private static Schema schema(Event.Kind kind) throws IOException {
        Path file = Project.root()
                .resolve(kind.service())
                .resolve("src/main/resources/contracts")
                .resolve(kind.type() + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }

    private static List<Event> events() throws IOException {
        Workload workload = new Workload(ShippedJob.read(Project.root()), 2, 1);
        List<Event> events = new ArrayList<>(List.of(workload.jobPublished()));
        events.addAll(workload.factsInPlace(0));
        for (int i = 0; i < 50; i++) {
            events.add(workload.nextScore());
        }
        return events;
    }
}
