package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Correction;
import dev.plumbline.kit.ids.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rating_correction")
class RatingCorrectionEntity {
    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    String question;

    String rater;

    @Column(name = "rating_before")
    @Nullable BigDecimal before;

    @Column(name = "rating_after")
    @Nullable BigDecimal after;

    @Nullable String reason;

    @Column(name = "corrected_at")
    Instant at;

    @SuppressWarnings("NullAway.Init")
    RatingCorrectionEntity() {}

    static RatingCorrectionEntity of(UUID applicationId, Correction correction) {
        RatingCorrectionEntity row = new RatingCorrectionEntity();
        row.id = Ids.next();
        row.applicationId = applicationId;
        row.question = correction.question();
        row.rater = correction.rater();
        row.before = correction.from();
        row.after = correction.to();
        row.reason = correction.reason();
        row.at = correction.at();
        return row;
    }

    Correction toDomain() {
        return new Correction(question, rater, before, after, reason, at);
    }
}
