package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Decide;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every fault of a request is named, each at its own path, and nothing on top of it: the tables beside this class hold an
 * edit of a request without fault on each line, and the pointers that it must be answered with.
 */
class FaultsTest {

    /** A request without fault; {@code vectors/invalid} are made of the same one. */
    static JsonNode request() {
        return Edits.apply(
                Vectors.read("invalid/unknown-flag-state.json"), "-/pointers;/evidence/redFlags/0/state=\"RAISED\"");
    }

    @Test
    void finds_no_fault_where_none_is() {
        assertThat(Readings.pointers(EvaluationReader.read(request()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {
                "/faults/the-whole-and-its-parts.txt",
                "/faults/scale-and-bands.txt",
                "/faults/the-tree.txt",
                "/faults/the-sources.txt",
                "/faults/the-gates.txt",
                "/faults/the-evidence.txt",
                "/faults/many-at-once.txt"
            },
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 2000)
    void names_every_fault_and_nothing_on_top(String edits, @Nullable String pointers) {
        Set<String> expected = pointers == null ? Set.of() : Set.of(pointers.split(" "));

        Reading<Evaluation> reading = EvaluationReader.read(Edits.apply(request(), edits));

        assertThat(Readings.pointers(reading)).isEqualTo(expected);
        if (reading instanceof Reading.Valid<Evaluation>(Evaluation evaluation)) {
            assertThat(Decide.decide(evaluation.rubric(), evaluation.evidence()).nodes())
                    .isNotEmpty();
        }
    }
}
