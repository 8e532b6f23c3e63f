package dev.plumbline.interview.rest;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.InterviewStatus;
import dev.plumbline.interview.domain.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interview as it is planned, without anything anyone said in it. */
@Schema(requiredProperties = {"id", "applicationId", "status", "panel", "questions", "startsAt", "duration", "zone"})
record InterviewResponse(
        UUID id,
        UUID applicationId,
        InterviewStatus status,
        List<String> panel,
        List<String> questions,
        Instant startsAt,
        Duration duration,
        String zone) {

    static InterviewResponse of(Interview interview) {
        Schedule schedule = interview.plan().schedule();
        return new InterviewResponse(
                interview.id(),
                interview.applicationId(),
                interview.status(),
                interview.plan().panel(),
                interview.plan().questions(),
                schedule.startsAt(),
                schedule.duration(),
                schedule.zone().getId());
    }
}
