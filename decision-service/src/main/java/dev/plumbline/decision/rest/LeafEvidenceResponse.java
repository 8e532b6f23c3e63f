package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.explanation.LeafEvidence;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The evidence behind a leaf of the criteria tree, by its type. */
@Schema(
        name = "LeafEvidence",
        oneOf = {LeafEvidenceResponse.Section.class, LeafEvidenceResponse.Question.class})
public sealed interface LeafEvidenceResponse {

    /**
     * A section of the assessment test.
     *
     * @param type ASSESSMENT_SECTION
     * @param result null while there is none
     */
    @Schema(name = "SectionEvidence")
    record Section(String type, String section, @Nullable Result result) implements LeafEvidenceResponse {}

    /**
     * A question of the interview.
     *
     * @param type INTERVIEW_QUESTION
     * @param ratings who rated what
     * @param owed how many ratings are still to come
     * @param owedBy the members of the panel among those
     */
    @Schema(name = "QuestionEvidence")
    record Question(String type, String question, List<GivenRating> ratings, int owed, List<String> owedBy)
            implements LeafEvidenceResponse {}

    /**
     * A section's result.
     *
     * @param questions null where none has a right answer
     */
    @Schema(name = "SectionResult")
    record Result(
            BigDecimal earned,
            BigDecimal possible,
            BigDecimal pending,
            @Nullable Questions questions) {
        static Result of(SectionResult result) {
            QuestionCount count = result.questions();
            return new Result(
                    result.earned().toBigDecimal(),
                    result.possible().toBigDecimal(),
                    result.pending().toBigDecimal(),
                    count == null ? null : new Questions(count.right(), count.total(), count.pending()));
        }
    }

    /** The questions of a section that have a right answer. */
    @Schema(name = "Questions")
    record Questions(int right, int total, int pending) {}

    /**
     * A rater's answer.
     *
     * @param rating null for "not applicable"
     */
    @Schema(name = "GivenRating")
    record GivenRating(String rater, @Nullable BigDecimal rating) {
        static GivenRating of(Rating rating) {
            Figure given = rating.rating();
            return new GivenRating(rating.rater(), given == null ? null : given.toBigDecimal());
        }
    }

    static LeafEvidenceResponse of(LeafEvidence evidence) {
        return switch (evidence) {
            case LeafEvidence.Section(String section, SectionResult result) ->
                new Section("ASSESSMENT_SECTION", section, result == null ? null : Result.of(result));
            case LeafEvidence.Question question ->
                new Question(
                        "INTERVIEW_QUESTION",
                        question.question(),
                        question.ratings().stream().map(GivenRating::of).toList(),
                        question.owed(),
                        question.owedBy());
        };
    }
}
