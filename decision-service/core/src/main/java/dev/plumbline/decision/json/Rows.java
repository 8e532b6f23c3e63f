package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of evidence one by one (decision semantics, section 3), the same whether they come in a request or as a
 * fact. Each answers {@code null}, its faults recorded, where something in it is at fault.
 */
final class Rows {

    private Rows() {}

    static @Nullable SectionResult section(Fields fields) {
        String section = fields.required("section", Value::asId);
        Figure earned = fields.required("earned", Value::asNotNegative);
        Figure possible = fields.required("possible", Value::asPositive);
        Figure pending = fields.optional("pending", Value::asNotNegative, Figure.ZERO);
        boolean hasQuestions = fields.has("questions");
        QuestionCount questions = hasQuestions ? fields.required("questions", Rows::questions) : null;
        if (earned == null || possible == null || pending == null) {
            return null;
        }
        if (earned.tenThousandths() + pending.tenThousandths() > possible.tenThousandths()) {
            fields.fault("earned", "must not, with pending, be above possible");
            return null;
        }
        return section == null || (hasQuestions && questions == null)
                ? null
                : new SectionResult(section, earned, possible, pending, questions);
    }

    private static @Nullable QuestionCount questions(Value value) {
        Fields fields = value.asFields();
        if (fields == null) {
            return null;
        }
        fields.rejectOthers(Set.of("right", "total", "pending"));
        Integer right = fields.required("right", field -> field.asWhole(0));
        Integer total = fields.required("total", field -> field.asWhole(1));
        Integer pending = fields.optional("pending", field -> field.asWhole(0), 0);
        if (right == null || total == null || pending == null) {
            return null;
        }
        if (right + pending > total) {
            value.fault("must have right + pending <= total");
            return null;
        }
        return new QuestionCount(right, total, pending);
    }

    static @Nullable Panel panel(Fields fields) {
        String question = fields.required("question", Value::asId);
        List<String> raters = fields.required("raters", Rows::raters);
        return question == null || raters == null ? null : new Panel(question, raters);
    }

    private static @Nullable List<String> raters(Value list) {
        List<Value> elements = list.asList(Value.MAX_LIST);
        if (elements == null) {
            return null;
        }
        List<String> raters = new ArrayList<>(elements.size());
        for (Value element : elements) {
            String rater = element.asPerson();
            if (rater != null) {
                raters.add(rater);
            }
        }
        return raters.size() == elements.size() ? raters : null;
    }

    /** @param scale {@code null} where it is not known: then no rating is said to lie outside it */
    static @Nullable Rating rating(Fields fields, @Nullable RatingScale scale) {
        String question = fields.required("question", Value::asId);
        String rater = fields.required("rater", Value::asPerson);
        Optional<Figure> rating = fields.required("rating", value -> answer(value, scale));
        return question == null || rater == null || rating == null
                ? null
                : new Rating(question, rater, rating.orElse(null));
    }

    /** Empty for "not applicable", which is written {@code null}. */
    @SuppressWarnings("NullableOptional")
    private static @Nullable Optional<Figure> answer(Value value, @Nullable RatingScale scale) {
        if (value.isNull()) {
            return Optional.empty();
        }
        Figure rating = value.asNotNegative();
        if (rating != null && scale != null && !scale.contains(rating)) {
            value.fault("must be within the rating scale");
            return null;
        }
        return rating == null ? null : Optional.of(rating);
    }

    static @Nullable RedFlag redFlag(Fields fields, String idField) {
        String id = fields.required(idField, Value::asId);
        FlagCategory category = fields.required("category", value -> value.asOneOf(FlagCategory.class));
        FlagState state = fields.required("state", value -> value.asOneOf(FlagState.class));
        return id == null || category == null || state == null ? null : new RedFlag(id, category, state);
    }

    static @Nullable Attestation attestation(Fields fields) {
        String gate = fields.required("gate", Value::asId);
        String rater = fields.required("rater", Value::asPerson);
        Boolean met = fields.required("met", Value::asTruth);
        return gate == null || rater == null || met == null ? null : new Attestation(gate, rater, met);
    }

    static @Nullable ScreeningAnswer screening(Fields fields) {
        String criterion = fields.required("criterion", Value::asId);
        Optional<Boolean> met = fields.required("met", Rows::trueFalseOrUnknown);
        return criterion == null || met == null ? null : new ScreeningAnswer(criterion, met.orElse(null));
    }

    /** Empty for "unknown", which is written {@code null}. */
    @SuppressWarnings("NullableOptional")
    private static @Nullable Optional<Boolean> trueFalseOrUnknown(Value value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        Boolean met = value.asTruth();
        return met == null ? null : Optional.of(met);
    }

    static @Nullable Waiver waiver(Fields fields) {
        String node = fields.required("node", Value::asId);
        WaiverReason reason = fields.required("reason", value -> value.asOneOf(WaiverReason.class));
        return node == null || reason == null ? null : new Waiver(node, reason);
    }
}
