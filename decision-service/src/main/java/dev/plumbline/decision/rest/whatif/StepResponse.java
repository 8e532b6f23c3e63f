package dev.plumbline.decision.rest.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.counterfactual.Step;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence that is other than it is, or that has come in.
 *
 * @param type its kind; those that end in TO_COME come in, the others are given otherwise
 */
@Schema(
        name = "EvidenceStep",
        oneOf = {
            StepResponse.Rating.class,
            StepResponse.Points.class,
            StepResponse.Questions.class,
            StepResponse.Flag.class,
            StepResponse.Attestation.class,
            StepResponse.Answer.class
        })
public sealed interface StepResponse {

    /**
     * RATING or RATING_TO_COME.
     *
     * @param rater absent where more raters are needed than the panel has
     * @param from absent where it is to come
     */
    @Schema(name = "RatingStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rating(
            String type,
            String question,
            @Nullable String rater,
            @Nullable BigDecimal from,
            BigDecimal to) implements StepResponse {}

    /**
     * SECTION_POINTS: earned from, to, by how much, of all that are possible. PENDING_POINTS_TO_COME: to of the points
     * still to be scored are earned. SECTION_TO_COME: to percent, possible is 100.
     */
    @Schema(name = "PointsStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Points(
            String type,
            String section,
            @Nullable BigDecimal from,
            BigDecimal to,
            @Nullable BigDecimal by,
            BigDecimal possible)
            implements StepResponse {}

    /**
     * QUESTIONS_RIGHT or PENDING_QUESTIONS_TO_COME.
     *
     * @param from absent where they are to come
     * @param total all questions of the section, or those still to be judged
     */
    @Schema(name = "QuestionsStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Questions(String type, String section, @Nullable Integer from, int to, int total) implements StepResponse {}

    /** RED_FLAG. */
    @Schema(name = "FlagStep")
    record Flag(String type, String redFlag, String from, String to) implements StepResponse {}

    /**
     * ATTESTATION or ATTESTATION_TO_COME.
     *
     * @param rater absent where it is to come
     */
    @Schema(name = "AttestationStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attestation(String type, String gate, @Nullable String rater, boolean met) implements StepResponse {}

    /** SCREENING or SCREENING_TO_COME. */
    @Schema(name = "AnswerStep")
    record Answer(String type, String criterion, boolean met) implements StepResponse {}

    static StepResponse of(Step step) {
        return switch (step) {
            case Step.RatingMoved moved ->
                new Rating(
                        "RATING",
                        moved.question(),
                        moved.rater(),
                        moved.from().toBigDecimal(),
                        moved.to().toBigDecimal());
            case Step.RatingGiven given ->
                new Rating(
                        "RATING_TO_COME",
                        given.question(),
                        given.rater(),
                        null,
                        given.to().toBigDecimal());
            case Step.PointsChanged points -> points(points);
            case Step.PendingPointsScored scored ->
                toCome("PENDING_POINTS_TO_COME", scored.section(), scored.earned(), scored.pending());
            case Step.SectionScored scored ->
                toCome("SECTION_TO_COME", scored.section(), scored.percent(), Figure.HUNDRED);
            case Step.RightChanged right ->
                new Questions("QUESTIONS_RIGHT", right.section(), right.from(), right.to(), right.total());
            case Step.PendingQuestionsJudged judged ->
                new Questions("PENDING_QUESTIONS_TO_COME", judged.section(), null, judged.right(), judged.pending());
            case Step.FlagChanged flag ->
                new Flag("RED_FLAG", flag.flag(), flag.from().name(), flag.to().name());
            case Step.AttestationFlipped said -> new Attestation("ATTESTATION", said.gate(), said.rater(), said.to());
            case Step.AttestationGiven said -> new Attestation("ATTESTATION_TO_COME", said.gate(), null, said.met());
            case Step.AnswerFlipped answer -> new Answer("SCREENING", answer.criterion(), answer.to());
            case Step.AnswerGiven answer -> new Answer("SCREENING_TO_COME", answer.criterion(), answer.met());
        };
    }

    private static Points points(Step.PointsChanged points) {
        return new Points(
                "SECTION_POINTS",
                points.section(),
                points.from().toBigDecimal(),
                points.to().toBigDecimal(),
                points.to().toBigDecimal().subtract(points.from().toBigDecimal()),
                points.possible().toBigDecimal());
    }

    private static Points toCome(String type, String section, Figure to, Figure possible) {
        return new Points(type, section, null, to.toBigDecimal(), null, possible.toBigDecimal());
    }
}
