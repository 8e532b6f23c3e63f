package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "rating")
@IdClass(RatingEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class RatingEntity {

    record Key(UUID writtenAnswerId, String rater) {}

    @Id
    @Column(name = "written_answer_id")
    UUID writtenAnswerId;

    @Id
    String rater;

    String ratings;

    @Column(name = "rated_at")
    Instant ratedAt;
}
