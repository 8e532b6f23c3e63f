package dev.plumbline.decision.rest.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricReader;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@code POST /v1/jobs/{id}/simulations} takes; the rubric is read by the decision core, which names every fault. */
@Schema(name = "SimulationRequest")
public record SimulationRequest(
        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description = "The draft: ratingScale, criteria, gates and bands (decision semantics, section 2).")
        Object rubric) {

    /** @throws ProblemException 422 with every fault */
    static Rubric read(JsonNode body) {
        if (!body.isObject()) {
            throw faulty(List.of(new Fault("", "must be an object")));
        }
        List<Fault> faults = new ArrayList<>();
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!name.equals("rubric")) {
                faults.add(new Fault("/" + name.replace("~", "~0").replace("/", "~1"), "is not known here"));
            }
        }
        JsonNode rubric = body.get("rubric");
        if (rubric == null) {
            faults.add(new Fault("/rubric", "is missing"));
            throw faulty(faults);
        }
        return switch (RubricReader.read(rubric, "/rubric")) {
            case Reading.Valid<Rubric>(Rubric draft) when faults.isEmpty() -> draft;
            case Reading.Valid<Rubric> _ -> throw faulty(faults);
            case Reading.Invalid<Rubric> invalid -> {
                invalid.faults().forEach(fault -> faults.add(new Fault(fault.pointer(), fault.message())));
                throw faulty(faults);
            }
        };
    }

    private static ProblemException faulty(List<Fault> faults) {
        return new ProblemException(new KitError.InvalidContent(faults));
    }
}
