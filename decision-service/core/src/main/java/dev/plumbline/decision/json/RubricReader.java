package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Rubric;

/** Reads a rubric and names every fault in it (decision semantics, section 2). */
public final class RubricReader {

    private RubricReader() {}

    /**
     * The rubric, or every fault.
     *
     * @param json a tree without binary floating point, as {@link ExactJson} makes it
     * @param prefix the pointer of {@code json} in the whole document, such as {@code /rubric}; empty if it is the whole
     */
    public static Reading<Rubric> read(JsonNode json, String prefix) {
        Faults faults = Faults.ofRequest();
        RubricDraft draft = RubricDraft.read(new Value(json, Place.prefix(prefix), faults));
        return faults.isEmpty() ? new Reading.Valid<>(draft.toRubric()) : new Reading.Invalid<>(faults.toList());
    }
}
