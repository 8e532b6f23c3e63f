package dev.plumbline.kit.testing;

import static dev.plumbline.kit.testing.ServiceFolder.EXAMPLE;
import static dev.plumbline.kit.testing.ServiceFolder.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventContractsTest {
    @TempDir
    Path folder;

    private ServiceFolder service = new ServiceFolder(Path.of(""));

    @BeforeEach
    void write() {
        service = ServiceFolder.inOrder(folder);
    }

    @Test
    void finds_nothing_wrong_with_files_in_order() {
        EventContracts contracts = new EventContracts(folder);
        assertThat(contracts.types()).containsExactly(TYPE);
        assertThat(contracts.fileFaults()).isEmpty();
        assertThat(contracts.examples(TYPE)).containsExactly(new Example(TYPE, 1, EXAMPLE));
    }

    @Test
    void sorts_examples_by_their_number() {
        for (int number = 2; number <= 11; number++) {
            service.example(number, EXAMPLE);
        }
        assertThat(new EventContracts(folder).examples(TYPE))
                .extracting(Example::number)
                .isSorted()
                .hasSize(11);
    }

    @Test
    void names_each_fault_of_the_data() {
        assertThat(new EventContracts(folder)
                        .faults(TYPE, "{\"widgetId\": \"seven\", \"revision\": 0, \"size\": \"HUGE\"}"))
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("/widgetId"))
                .anyMatch(fault -> fault.startsWith("/revision"))
                .anyMatch(fault -> fault.startsWith("/size"));
    }

    @Test
    void finds_data_that_parsers_may_read_differently() {
        assertThat(new EventContracts(folder).faults(TYPE, "{\"revision\": 1, \"revision\": 2}"))
                .singleElement()
                .asString()
                .contains("Duplicate");
        assertThat(new EventContracts(folder).faults(TYPE, EXAMPLE + "{}")).hasSize(1);
        assertThat(new EventContracts(folder).faults(TYPE, "")).isNotEmpty();
    }

    @Test
    void finds_a_type_without_a_schema() {
        assertThat(new EventContracts(folder).faults("dev.plumbline.widget.lost.v1", "{}"))
                .singleElement()
                .asString()
                .contains("has no schema");
    }

    @Test
    void finds_an_example_that_was_removed() {
        service.example(3, EXAMPLE);
        assertThat(new EventContracts(folder).fileFaults())
                .singleElement()
                .asString()
                .contains("[1, 3]");
    }

    @Test
    void finds_a_type_without_an_example() {
        service.with("src/main/resources/contracts/dev.plumbline.widget.lost.v1.schema.json", "{\"type\": \"object\"}");
        assertThat(new EventContracts(folder).fileFaults())
                .containsExactly("dev.plumbline.widget.lost.v1: has no example");
    }

    @Test
    void finds_examples_that_are_invalid_misnamed_or_of_no_type() {
        service.example(2, "{}")
                .with("src/main/resources/contracts/examples/" + TYPE + ".json", "{}")
                .with("src/main/resources/contracts/examples/dev.plumbline.widget.lost.v1.1.json", "{}")
                .with("src/main/resources/contracts/notes.txt", "");
        assertThat(String.join("\n", new EventContracts(folder).fileFaults()))
                .contains("examples/" + TYPE + ".2.json ")
                .contains("examples/" + TYPE + ".json: an example is named")
                .contains("examples/dev.plumbline.widget.lost.v1.1.json: its type has no schema")
                .contains("notes.txt: a contract is named");
    }

    @Test
    void finds_a_schema_that_is_none() {
        service.with("src/main/resources/contracts/size.schema.json", "{\"type\": \"strong\"}");
        assertThat(new EventContracts(folder).fileFaults())
                .anyMatch(fault -> fault.startsWith("size.schema.json /type"));
    }

    @Test
    void fetches_nothing_from_elsewhere() {
        service.with(
                "src/main/resources/contracts/size.schema.json",
                "{\"$ref\": \"https://example.com/size.schema.json\"}");
        assertThat(new EventContracts(folder).fileFaults()).anyMatch(fault -> fault.contains("cannot be used"));
    }

    @Test
    void says_when_there_is_no_such_service() {
        Path elsewhere = folder.resolve("elsewhere");
        assertThatThrownBy(() -> new EventContracts(elsewhere)).hasMessageContaining("No service with contracts");
    }
}
