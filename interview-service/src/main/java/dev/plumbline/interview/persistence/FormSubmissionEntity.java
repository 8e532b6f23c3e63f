package dev.plumbline.interview.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "form_submission")
@IdClass(FormSubmissionEntity.Key.class)
class FormSubmissionEntity {
    record Key(UUID interviewId, String rater) {}

    @Id
    @Column(name = "interview_id")
    UUID interviewId;

    @Id
    String rater;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    FormSubmissionEntity() {}

    FormSubmissionEntity(UUID interviewId, String rater, Instant submittedAt) {
        this.interviewId = interviewId;
        this.rater = rater;
        this.submittedAt = submittedAt;
    }
}
