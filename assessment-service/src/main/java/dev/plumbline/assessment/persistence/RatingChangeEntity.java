package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "rating_change")
@SuppressWarnings("NullAway.Init")
class RatingChangeEntity {

    @Id
    UUID id;

    @Column(name = "written_answer_id")
    UUID writtenAnswerId;

    String rater;

    @Column(name = "ratings_before")
    String ratingsBefore;

    @Column(name = "ratings_after")
    String ratingsAfter;

    @Column(name = "changed_at")
    Instant changedAt;
}
