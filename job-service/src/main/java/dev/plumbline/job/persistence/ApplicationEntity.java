package dev.plumbline.job.persistence;

import dev.plumbline.job.domain.ApplicationStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code application}. */
@Entity
@Table(name = "application")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the schema says is never null.
class ApplicationEntity {
    @Id
    UUID id;

    UUID jobId;
    String externalId;
    int rubricVersion;

    @Enumerated(EnumType.STRING)
    ApplicationStatus status;

    long revision;
    String screening;
    Instant submittedAt;
    Instant updatedAt;

    @Nullable Instant candidateErasedAt;
}
