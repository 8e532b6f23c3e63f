package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.EvidenceSource.AssessmentSection;
import dev.plumbline.decision.domain.EvidenceSource.InterviewQuestion;
import dev.plumbline.decision.json.DraftNode.Leaves;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The source of a leaf as far as it could be read.
 *
 * @param source {@code null} where anything in it is at fault
 * @param leaves whether raters rate it, which its type tells even where the rest is at fault
 */
record DraftSource(@Nullable EvidenceSource source, Leaves leaves) {

    /** Nothing is known of it. */
    static final DraftSource UNKNOWN = new DraftSource(null, Leaves.UNKNOWN);

    private static final Set<String> SECTION_FIELDS = Set.of("type", "section");
    private static final Set<String> QUESTION_FIELDS = Set.of("type", "question", "minRaters");
    private static final Set<String> ALL_FIELDS = Set.of("type", "section", "question", "minRaters");

    /** The types, as they are written. */
    private enum Type {
        ASSESSMENT_SECTION,
        INTERVIEW_QUESTION
    }

    static DraftSource read(Value value, TreeIndex index) {
        Fields fields = value.asFields();
        if (fields == null) {
            index.addUnreadSection();
            return UNKNOWN;
        }
        Type type = fields.required("type", field -> field.asOneOf(Type.class));
        if (type == null) {
            fields.rejectOthers(ALL_FIELDS);
            index.addUnreadSection();
            return UNKNOWN;
        }
        return switch (type) {
            case ASSESSMENT_SECTION -> section(fields, index);
            case INTERVIEW_QUESTION -> question(fields, index);
        };
    }

    private static DraftSource section(Fields fields, TreeIndex index) {
        fields.rejectOthers(SECTION_FIELDS);
        String section = fields.required("section", index::readSection);
        if (section == null) {
            index.addUnreadSection();
        }
        return new DraftSource(section == null ? null : new AssessmentSection(section), Leaves.SOME_NOT_RATED);
    }

    private static DraftSource question(Fields fields, TreeIndex index) {
        fields.rejectOthers(QUESTION_FIELDS);
        String question = fields.required("question", index::readQuestion);
        Integer minRaters =
                fields.optional("minRaters", field -> field.asWhole(1), InterviewQuestion.DEFAULT_MIN_RATERS);
        return new DraftSource(
                question == null || minRaters == null ? null : new InterviewQuestion(question, minRaters),
                Leaves.ALL_RATED);
    }
}
