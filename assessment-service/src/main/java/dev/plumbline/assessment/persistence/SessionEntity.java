package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.domain.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init")
class SessionEntity {

    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "test_id")
    String testId;

    @Column(name = "test_version")
    int testVersion;

    @Column(name = "time_factor")
    BigDecimal timeFactor;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Session.State state;

    int generation;

    @Column(name = "invited_at")
    Instant invitedAt;

    @Column(name = "started_at")
    @Nullable Instant startedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;
}
