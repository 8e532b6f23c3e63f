package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.Plan;
import dev.plumbline.interview.domain.Schedule;
import dev.plumbline.interview.rest.constraints.Distinct;
import dev.plumbline.interview.rest.constraints.LengthOfInterview;
import dev.plumbline.interview.rest.constraints.RegionZone;
import dev.plumbline.interview.rest.constraints.StartOfInterview;
import dev.plumbline.kit.ids.ChosenIds;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An interview as it is to be.
 *
 * @param panel the interviewers' user ids ({@code sub}: OpenID Connect Core, section 2), 1 to 20, each once
 * @param questions ids of questions of the job's version that holds for the application, 1 to 100, each once, in the
 *     order they are asked
 * @param startsAt when it begins, to the second; what is finer is dropped
 * @param duration ISO 8601, from PT1M to PT24H
 * @param zone the zone of its place, such as America/New_York
 */
@Schema(requiredProperties = {"panel", "questions", "startsAt", "duration", "zone"})
record PlanRequest(
        @Size(min = 1, max = 20) @Distinct
        List<
                        @Pattern(
                                regexp = "[\\x21-\\x7e]{1," + ChosenIds.LONGEST_OF_PERSON + "}",
                                message = "must be 1 to 255 visible ASCII characters")
                        String>
                panel,

        @Size(min = 1, max = 100) @Distinct List<@NotBlank @Size(max = 200) String> questions,
        @StartOfInterview Instant startsAt,
        @LengthOfInterview Duration duration,

        @Schema(implementation = String.class, examples = "America/New_York") @RegionZone
        ZoneId zone) {

    Plan toPlan() {
        Schedule schedule = new Schedule(startsAt.truncatedTo(ChronoUnit.SECONDS), duration, zone);
        return new Plan(schedule, panel, questions);
    }
}
