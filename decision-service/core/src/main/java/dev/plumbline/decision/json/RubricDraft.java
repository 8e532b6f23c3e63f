package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rubric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rubric as far as it could be read; what is at fault is {@code null} or missing. */
record RubricDraft(
        @Nullable RatingScale scale,
        @Nullable DraftNode criteria,
        List<Gate> gates,
        @Nullable Bands bands) {

    private static final Set<String> FIELDS = Set.of("ratingScale", "criteria", "gates", "bands");
    static final RubricDraft NOTHING = new RubricDraft(null, null, List.of(), null);

    static RubricDraft read(Value value) {
        Fields fields = value.asFields();
        if (fields == null) {
            return NOTHING;
        }
        fields.rejectOthers(FIELDS);
        RatingScale scale = fields.required("ratingScale", RubricDraft::scale);
        TreeIndex index = new TreeIndex();
        DraftNode criteria = fields.required("criteria", root -> TreeReader.read(root, index));
        if (criteria == null) {
            index.addUnreadBranch();
        }
        GateReader reader = new GateReader(index, scale);
        List<Gate> gates = fields.optional("gates", list -> gates(list, reader), List.of());
        Bands bands = fields.required("bands", RubricDraft::bands);
        return new RubricDraft(scale, criteria, gates == null ? List.of() : gates, bands);
    }

    /** The rubric itself; only where nothing is at fault. */
    Rubric toRubric() {
        return new Rubric(
                Objects.requireNonNull(scale),
                Objects.requireNonNull(criteria).toInner(),
                gates,
                Objects.requireNonNull(bands));
    }

    private static @Nullable RatingScale scale(Value value) {
        Fields fields = value.asFields();
        if (fields == null) {
            return null;
        }
        fields.rejectOthers(Set.of("min", "max", "mapping"));
        Figure min = fields.required("min", Value::asFigure);
        Figure max = fields.required("max", Value::asFigure);
        RatingScale.Mapping mapping = fields.required("mapping", field -> field.asOneOf(RatingScale.Mapping.class));
        if (min == null || max == null) {
            return null;
        }
        if (!RatingScale.isValid(min, max)) {
            fields.fault("must have 0 <= min < max");
            return null;
        }
        return new RatingScale(min, max, mapping == null ? RatingScale.Mapping.PROPORTIONAL : mapping);
    }

    private static @Nullable Bands bands(Value value) {
        Fields fields = value.asFields();
        if (fields == null) {
            return null;
        }
        fields.rejectOthers(Set.of("strongAt", "failBelow"));
        Figure strongAt = fields.required("strongAt", Value::asPercentage);
        Figure failBelow = fields.required("failBelow", Value::asPercentage);
        if (strongAt == null || failBelow == null) {
            return null;
        }
        if (failBelow.compareTo(strongAt) > 0) {
            fields.fault("must have failBelow <= strongAt");
            return null;
        }
        return new Bands(strongAt, failBelow);
    }

    private static @Nullable List<Gate> gates(Value list, GateReader reader) {
        List<Value> values = list.asList(Value.MAX_LIST);
        if (values == null) {
            return null;
        }
        if (values.size() > Rubric.MAX_GATES) {
            list.fault("must have at most " + Rubric.MAX_GATES + " gates");
        }
        List<Gate> gates = new ArrayList<>();
        for (Value value : values) {
            Gate gate = reader.read(value);
            if (gate != null) {
                gates.add(gate);
            }
        }
        return gates;
    }
}
