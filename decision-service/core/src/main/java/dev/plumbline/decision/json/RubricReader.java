package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Rubric;

/** Reads a rubric and names every fault in it (decision semantics, section 2). */
public final class RubricReader {

    private RubricReader() {}

    /**
     * The rubric of a request, or every fault; a field that nobody knows is one.
     *
     * @param json a tree without binary floating point, as {@link ExactJson} makes it
     * @param prefix the pointer of {@code json} in the whole document, such as {@code /rubric}; empty if it is the whole
     */
    public static Reading<Rubric> read(JsonNode json, String prefix) {
        return read(json, prefix, Faults.ofRequest());
    }

    /**
     * The rubric that was published, or every fault. Fields that nobody knows here are ignored, as whoever consumes
     * events must: a later version of the publisher may have them.
     *
     * @param json as for {@link #read}
     * @param prefix as for {@link #read}
     */
    public static Reading<Rubric> readPublished(JsonNode json, String prefix) {
        return read(json, prefix, Faults.ofEvent());
    }

    private static Reading<Rubric> read(JsonNode json, String prefix, Faults faults) {
        RubricDraft draft = RubricDraft.read(new Value(json, Place.prefix(prefix), faults));
        return faults.isEmpty() ? new Reading.Valid<>(draft.toRubric()) : new Reading.Invalid<>(faults.toList());
    }
}
