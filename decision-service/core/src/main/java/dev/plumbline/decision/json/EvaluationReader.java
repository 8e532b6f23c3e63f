package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Evidence;
import java.util.Set;

/** Reads a rubric together with evidence, and names every fault in both. */
public final class EvaluationReader {

    private EvaluationReader() {}

    /**
     * The rubric and the evidence, or every fault, with pointers from the body's root.
     *
     * @param body a tree without binary floating point, as {@link ExactJson} makes it
     */
    public static Reading<Evaluation> read(JsonNode body) {
        Faults faults = Faults.ofRequest();
        Fields fields = new Value(body, Place.prefix(""), faults).asFields();
        if (fields == null) {
            return new Reading.Invalid<>(faults.toList());
        }
        fields.rejectOthers(Set.of("rubric", "evidence"));
        RubricDraft rubric = fields.required("rubric", RubricDraft::read);
        RubricDraft draft = rubric == null ? RubricDraft.NOTHING : rubric;
        Evidence evidence = fields.required("evidence", value -> EvidenceReader.read(value, draft.scale()));
        return !faults.isEmpty() || evidence == null
                ? new Reading.Invalid<>(faults.toList())
                : new Reading.Valid<>(new Evaluation(draft.toRubric(), evidence));
    }
}
