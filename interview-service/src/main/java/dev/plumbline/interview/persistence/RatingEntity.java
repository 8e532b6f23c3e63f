package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Mark;
import dev.plumbline.interview.domain.Rating;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rating")
@IdClass(RatingEntity.Key.class)
class RatingEntity {
    record Key(UUID applicationId, String question, String rater) {}

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    String question;

    @Id
    String rater;

    @Nullable BigDecimal rating;

    @Nullable String note;

    int revision;

    @Column(name = "changed_at")
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    RatingEntity() {}

    static RatingEntity of(UUID applicationId, Rating rating, Instant at) {
        RatingEntity row = new RatingEntity();
        row.applicationId = applicationId;
        row.question = rating.question();
        row.rater = rating.rater();
        row.rating = rating.mark().rating();
        row.note = rating.mark().note();
        row.revision = rating.revision();
        row.changedAt = at;
        return row;
    }

    Rating toDomain() {
        return new Rating(question, rater, new Mark(rating, note), revision);
    }
}
