package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Threshold;
import dev.plumbline.decision.domain.explanation.GateFigure;
import dev.plumbline.decision.domain.explanation.Shown;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a gate looks at, by its type. Scores are floored to two decimals, thresholds exact. */
@Schema(
        name = "GateFigure",
        oneOf = {
            GateFigureResponse.Score.class,
            GateFigureResponse.Right.class,
            GateFigureResponse.Flags.class,
            GateFigureResponse.Attestations.class,
            GateFigureResponse.Answer.class
        })
public sealed interface GateFigureResponse {

    /**
     * MIN_SCORE: a node's score against the threshold.
     *
     * @param score null where the node is waived
     * @param needed the threshold in percent
     * @param moreThan whether the score has to be above the threshold, not only reach it
     * @param neededRating the threshold as a mean rating, where the rubric has it so
     */
    @Schema(name = "ScoreFigure")
    record Score(
            String node,
            String name,
            @Nullable Range score,
            String needed,
            boolean moreThan,
            @Nullable BigDecimal neededRating,
            String state)
            implements GateFigureResponse {}

    /**
     * MIN_RIGHT: the questions answered right.
     *
     * @param needed the share in percent
     * @param unknownSections those that have not told of their questions
     * @param waivedSections those that are left out
     */
    @Schema(name = "RightFigure")
    record Right(
            long right,
            long pending,
            long total,
            String needed,
            List<String> unknownSections,
            List<String> waivedSections)
            implements GateFigureResponse {}

    /** NO_RED_FLAGS: the flags that count for the gate. */
    @Schema(name = "FlagsFigure")
    record Flags(List<String> raised, List<String> confirmed, List<String> dismissed, boolean evidenceIsComplete)
            implements GateFigureResponse {}

    /**
     * ATTESTATION: how many said that the baseline is met, and how many that it is not.
     *
     * @param given who said what
     */
    @Schema(name = "AttestationsFigure")
    record Attestations(int met, int notMet, int needed, List<Said> given) implements GateFigureResponse {}

    /** What a rater says of a baseline. */
    @Schema(name = "GivenAttestation")
    record Said(String rater, boolean met) {}

    /**
     * SCREENING: an answer.
     *
     * @param met null while it is unknown
     */
    @Schema(name = "AnswerFigure")
    record Answer(String criterion, @Nullable Boolean met) implements GateFigureResponse {}

    static GateFigureResponse of(GateFigure figure) {
        return switch (figure) {
            case GateFigure.Score score -> score(score);
            case GateFigure.Right right ->
                new Right(
                        right.right(),
                        right.pending(),
                        right.total(),
                        Shown.threshold(right.needed()),
                        right.unknown(),
                        right.waived());
            case GateFigure.Flags flags ->
                new Flags(flags.raised(), flags.confirmed(), flags.dismissed(), flags.evidenceIsComplete());
            case GateFigure.Attestations said ->
                new Attestations(
                        said.met(),
                        said.notMet(),
                        said.needed(),
                        said.given().stream()
                                .map(one -> new Said(one.rater(), one.met()))
                                .toList());
            case GateFigure.Answer answer -> new Answer(answer.criterion(), answer.met());
        };
    }

    private static Score score(GateFigure.Score figure) {
        Interval score = figure.score();
        return new Score(
                figure.node(),
                figure.name(),
                score == null ? null : ExplanationResponse.range(score),
                Shown.threshold(figure.needed()),
                figure.threshold() instanceof Threshold.MoreThan,
                figure.threshold() instanceof Threshold.AtLeastRating rated
                        ? rated.rating().toBigDecimal()
                        : null,
                figure.state().name());
    }
}
