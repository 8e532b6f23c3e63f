package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.InterviewStatus;
import dev.plumbline.interview.domain.Plan;
import dev.plumbline.interview.domain.Schedule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "interview")
class InterviewEntity {
    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    InterviewStatus status;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "duration_seconds")
    int durationSeconds;

    String zone;

    List<String> panel;

    List<String> questions;

    int version;

    @Column(name = "changed_at")
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    InterviewEntity() {}

    static InterviewEntity of(Interview interview) {
        Schedule schedule = interview.plan().schedule();
        InterviewEntity row = new InterviewEntity();
        row.id = interview.id();
        row.applicationId = interview.applicationId();
        row.status = interview.status();
        row.startsAt = schedule.startsAt();
        row.durationSeconds = Math.toIntExact(schedule.duration().toSeconds());
        row.zone = schedule.zone().getId();
        row.panel = interview.plan().panel();
        row.questions = interview.plan().questions();
        row.version = interview.version();
        row.changedAt = interview.changedAt();
        return row;
    }

    Interview toDomain() {
        Schedule schedule = new Schedule(startsAt, Duration.ofSeconds(durationSeconds), ZoneId.of(zone));
        return new Interview(id, applicationId, new Plan(schedule, panel, questions), status, version, changedAt);
    }
}
