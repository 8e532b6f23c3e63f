package dev.plumbline.job.persistence;

import dev.plumbline.job.domain.AppliesTo;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code job_version}. */
@Entity
@Immutable
@Table(name = "job_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the schema says is never null.
class JobVersionEntity {
    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    AppliesTo appliesTo;

    String profile;
    String plan;
    String rubric;
    Instant publishedAt;
    String publishedBy;

    /** Which version of which job. */
    @Embeddable
    record Key(UUID jobId, int version) {}
}
