package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.OpenInterview.Kit;
import dev.plumbline.interview.domain.Correction;
import dev.plumbline.interview.domain.Form;
import dev.plumbline.interview.domain.InterviewQuestion;
import dev.plumbline.interview.domain.InterviewStatus;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.domain.Schedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The kit of an interview: what its panel asks, what each rating stands for, and what the caller may see of what was
 * said.
 *
 * @param rubricVersion the job's version the application is judged under
 * @param forms whether each panel member's form is handed in
 * @param owed the caller's own questions not yet answered; empty for who is not on the panel
 * @param ratings the caller's own, drafts too; others' only where the caller may see them
 */
@Schema(
        requiredProperties = {
            "id",
            "applicationId",
            "status",
            "startsAt",
            "duration",
            "zone",
            "panel",
            "rubricVersion",
            "ratingScale",
            "questions",
            "forms",
            "owed",
            "ratings"
        })
record KitResponse(
        UUID id,
        UUID applicationId,
        InterviewStatus status,
        Instant startsAt,
        Duration duration,
        String zone,
        List<String> panel,
        int rubricVersion,
        ScaleResponse ratingScale,
        List<QuestionResponse> questions,
        List<FormResponse> forms,
        List<String> owed,
        List<RatingResponse> ratings) {

    /** The scale of the ratings. */
    @Schema(requiredProperties = {"min", "max"})
    record ScaleResponse(BigDecimal min, BigDecimal max) {}

    /**
     * A question as the job published it.
     *
     * @param anchors what each rating stands for
     * @param probes what to ask where an answer stays vague
     */
    @Schema(requiredProperties = {"id", "kind", "title", "question", "looksFor", "anchors", "probes"})
    record QuestionResponse(
            String id,
            @Schema(nullable = true) @Nullable String kind,
            String title,
            @Schema(nullable = true) @Nullable String question,
            @Schema(nullable = true) @Nullable String looksFor,
            Map<String, String> anchors,
            List<String> probes) {

        static QuestionResponse of(InterviewQuestion question) {
            return new QuestionResponse(
                    question.id(),
                    question.kind(),
                    question.title(),
                    question.question(),
                    question.looksFor(),
                    question.anchors(),
                    question.probes());
        }
    }

    /** Whether a panel member's form is handed in and complete. */
    @Schema(requiredProperties = {"rater", "submitted"})
    record FormResponse(String rater, boolean submitted) {}

    /**
     * A rating.
     *
     * @param submitted whether it was handed in with a form; a draft is seen by its rater alone
     * @param corrections what it was before, where it was changed after that
     */
    @Schema(requiredProperties = {"question", "rater", "rating", "note", "submitted", "corrections"})
    record RatingResponse(
            String question,
            String rater,
            @Schema(nullable = true) @Nullable BigDecimal rating,
            @Schema(nullable = true) @Nullable String note,
            boolean submitted,
            List<CorrectionResponse> corrections) {

        static RatingResponse of(Rating rating, List<Correction> corrections) {
            return new RatingResponse(
                    rating.question(),
                    rating.rater(),
                    rating.mark().rating(),
                    rating.mark().note(),
                    rating.isPublished(),
                    corrections.stream()
                            .filter(c -> c.question().equals(rating.question())
                                    && c.rater().equals(rating.rater()))
                            .map(c -> new CorrectionResponse(c.from(), c.to(), c.reason(), c.at()))
                            .toList());
        }
    }

    /** A change of a rating that was handed in. */
    @Schema(requiredProperties = {"from", "to", "reason", "at"})
    record CorrectionResponse(
            @Schema(nullable = true) @Nullable BigDecimal from,
            @Schema(nullable = true) @Nullable BigDecimal to,
            @Schema(nullable = true) @Nullable String reason,
            Instant at) {}

    static KitResponse of(Kit kit, String caller) {
        Schedule schedule = kit.interview().plan().schedule();
        return new KitResponse(
                kit.interview().id(),
                kit.interview().applicationId(),
                kit.interview().status(),
                schedule.startsAt(),
                schedule.duration(),
                schedule.zone().getId(),
                kit.interview().plan().panel(),
                kit.rubric().version(),
                new ScaleResponse(
                        kit.rubric().scale().min(), kit.rubric().scale().max()),
                kit.questions().stream().map(QuestionResponse::of).toList(),
                kit.forms().stream()
                        .map(form -> new FormResponse(form.rater(), form.isDone()))
                        .toList(),
                kit.forms().stream()
                        .filter(form -> form.rater().equals(caller) && form.isOpen())
                        .findFirst()
                        .map(Form::missing)
                        .orElse(List.of()),
                kit.ratings().stream()
                        .map(rating -> RatingResponse.of(rating, kit.corrections()))
                        .toList());
    }
}
