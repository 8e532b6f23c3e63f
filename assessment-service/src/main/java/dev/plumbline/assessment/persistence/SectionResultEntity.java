package dev.plumbline.assessment.persistence;

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
@Table(name = "section_result")
@IdClass(SectionResultEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class SectionResultEntity {

    record Key(UUID applicationId, String section) {}

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    String section;

    long revision;

    BigDecimal earned;

    BigDecimal possible;

    BigDecimal pending;

    @Column(name = "questions_right")
    @Nullable Integer questionsRight;

    @Column(name = "questions_total")
    @Nullable Integer questionsTotal;

    @Column(name = "questions_pending")
    @Nullable Integer questionsPending;

    @Column(name = "session_id")
    @Nullable UUID sessionId;

    boolean retracted;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
