package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads evidence and names every fault in it (decision semantics, section 3). */
public final class EvidenceReader {

    private static final String RATER = "rater";
    private static final Set<String> FIELDS =
            Set.of("sections", "panel", "ratings", "redFlags", "attestations", "screening", "waivers");

    private static final Shape<SectionResult> SECTIONS = new Shape<>(
            Set.of("section", "earned", "possible", "pending", "questions"), List.of("section"), Rows::section);
    private static final Shape<Panel> PANEL = new Shape<>(Set.of("question", "raters"), List.of(), Rows::panel);
    private static final Set<String> RATING = Set.of("question", RATER, "rating");
    private static final Shape<RedFlag> RED_FLAGS =
            new Shape<>(Set.of("id", "category", "state"), List.of("id"), row -> Rows.redFlag(row, "id"));
    private static final Shape<Attestation> ATTESTATIONS =
            new Shape<>(Set.of("gate", RATER, "met"), List.of("gate", RATER), Rows::attestation);
    private static final Shape<ScreeningAnswer> SCREENING =
            new Shape<>(Set.of("criterion", "met"), List.of("criterion"), Rows::screening);
    private static final Shape<Waiver> WAIVERS = new Shape<>(Set.of("node", "reason"), List.of("node"), Rows::waiver);

    private EvidenceReader() {}

    /**
     * The evidence, or every fault.
     *
     * @param json a tree without binary floating point, as {@link ExactJson} makes it
     * @param prefix the pointer of {@code json} in the whole document, such as {@code /evidence}
     * @param scale the rubric's, which every rating lies within
     */
    public static Reading<Evidence> read(JsonNode json, String prefix, RatingScale scale) {
        Faults faults = Faults.ofRequest();
        Evidence evidence = read(new Value(json, Place.prefix(prefix), faults), scale);
        return faults.isEmpty() ? new Reading.Valid<>(evidence) : new Reading.Invalid<>(faults.toList());
    }

    /** What could be read; all of it only where no fault was recorded. */
    static Evidence read(Value value, @Nullable RatingScale scale) {
        Fields fields = value.asFields();
        if (fields == null) {
            return Evidence.NONE;
        }
        fields.rejectOthers(FIELDS);
        return new Evidence(
                rows(fields, "sections", SECTIONS),
                rows(fields, "panel", PANEL),
                rows(
                        fields,
                        "ratings",
                        new Shape<>(RATING, List.of("question", RATER), row -> Rows.rating(row, scale))),
                rows(fields, "redFlags", RED_FLAGS),
                rows(fields, "attestations", ATTESTATIONS),
                rows(fields, "screening", SCREENING),
                rows(fields, "waivers", WAIVERS));
    }

    private static <T> List<T> rows(Fields evidence, String field, Shape<T> shape) {
        List<T> rows = evidence.optional(field, list -> rows(list, shape), List.of());
        return rows == null ? List.of() : rows;
    }

    private static <T> List<T> rows(Value list, Shape<T> shape) {
        List<Value> values = list.asList(Value.MAX_LIST);
        List<T> rows = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Value value : values == null ? List.<Value>of() : values) {
            Fields fields = value.asFields();
            if (fields == null) {
                continue;
            }
            fields.rejectOthers(shape.fields);
            T row = shape.read.apply(fields);
            List<String> identity = identity(fields, shape.identity);
            if (!identity.isEmpty() && !seen.add(identity)) {
                value.fault("is there twice");
            } else if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Empty where the kind of row may be repeated, and where what identifies this one is at fault. */
    private static List<String> identity(Fields fields, List<String> names) {
        List<String> identity = new ArrayList<>(names.size());
        for (String name : names) {
            String id = fields.aside().required(name, name.equals(RATER) ? Value::asPerson : Value::asId);
            if (id == null) {
                return List.of();
            }
            identity.add(id);
        }
        return identity;
    }

    /**
     * A kind of row.
     *
     * @param fields all it may have
     * @param identity those of them that no two rows share; empty where rows may be repeated
     */
    private record Shape<T>(Set<String> fields, List<String> identity, Function<Fields, @Nullable T> read) {}
}
