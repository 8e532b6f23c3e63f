package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.app.ReadAssessment;
import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.ItemScore;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.MarksChange;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.Rational;
import dev.plumbline.assessment.domain.SectionResult;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All the scores of an application. */
@Schema(name = "Assessment")
public record AssessmentResponse(UUID applicationId, List<SectionResponse> sections, List<SessionResponse> sessions) {

    /**
     * A section's current result.
     *
     * @param earned as published, scaled by one factor with possible and pending where it has no finite decimal
     * @param percent of possible, floored to two decimals
     * @param items none where the result came from another system
     */
    @Schema(name = "SectionAssessment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SectionResponse(
            String section,
            long revision,
            SectionResult.Source source,
            @Nullable UUID session,
            BigDecimal earned,
            BigDecimal possible,
            BigDecimal pending,
            String percent,
            @Nullable Questions questions,
            Instant recordedAt,
            List<ItemResponse> items) {}

    /**
     * An item's score.
     *
     * @param earned floored to two decimals
     * @param answer only for those who may see it
     * @param changes of marks, oldest first; absent where there were none
     */
    @Schema(name = "ItemAssessment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemResponse(
            String item,
            ItemScore.Outcome state,
            String earned,
            BigDecimal points,
            @Nullable GivenAnswer answer,
            @Nullable List<Marks> ratings,
            @Nullable List<ChangeResponse> changes) {}

    /**
     * How a rater changed marks after giving them.
     *
     * @param before criterion to mark
     * @param after criterion to mark
     */
    @Schema(name = "MarksChange")
    public record ChangeResponse(String rater, Map<String, Integer> before, Map<String, Integer> after, Instant at) {
        static ChangeResponse of(MarksChange change) {
            return new ChangeResponse(
                    change.rater(), change.before().ratings(), change.after().ratings(), change.at());
        }
    }

    /** Whose answers are shown: with a right or wrong beside it, an answer gives the key away. */
    enum Answers {
        ALL,
        WRITTEN,
        NONE
    }

    static AssessmentResponse of(ReadAssessment.Assessment assessment, Answers shown, URI publicUrl) {
        return new AssessmentResponse(
                assessment.applicationId(),
                assessment.sections().stream()
                        .map(section -> section(section, shown))
                        .toList(),
                assessment.sessions().stream()
                        .map(session -> SessionResponse.of(session, publicUrl))
                        .toList());
    }

    private static SectionResponse section(ReadAssessment.SectionAssessment section, Answers shown) {
        SectionResult result = section.result();
        return new SectionResponse(
                result.section(),
                result.revision(),
                result.source(),
                result.session(),
                result.figures().earned(),
                result.figures().possible(),
                result.figures().pending(),
                display(result.figures().percent()),
                result.questions(),
                result.recordedAt(),
                section.items().stream().map(item -> item(item, shown)).toList());
    }

    private static ItemResponse item(ReadAssessment.ItemAssessment item, Answers shown) {
        ItemScore score = item.score();
        return new ItemResponse(
                score.item().id(),
                score.outcome(),
                display(score.earned()),
                score.item().points(),
                isShown(item.answer(), shown) ? GivenAnswer.of(item.answer()) : null,
                item.marks().isEmpty() ? null : item.marks(),
                item.changes().isEmpty()
                        ? null
                        : item.changes().stream().map(ChangeResponse::of).toList());
    }

    private static boolean isShown(@Nullable Answer answer, Answers shown) {
        return switch (shown) {
            case ALL -> true;
            case WRITTEN -> answer instanceof Answer.Text || answer instanceof Answer.Erased;
            case NONE -> false;
        };
    }

    private static String display(Rational value) {
        return value.floored().toPlainString();
    }
}
