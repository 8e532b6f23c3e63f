package dev.plumbline.job.persistence;

import dev.plumbline.job.domain.JobStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code job}. */
@Entity
@Table(name = "job")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the schema says is never null.
class JobEntity {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    JobStatus status;

    long revision;

    @Nullable String template;

    String title;
    String profile;
    String plan;
    String rubric;
    int publishedVersion;
    long publishedRevision;
    Instant createdAt;
    Instant updatedAt;
}
