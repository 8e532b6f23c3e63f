package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Application;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "application")
class ApplicationEntity {
    @Id
    UUID id;

    @Nullable Long revision;

    @Column(name = "job_id")
    @Nullable UUID jobId;

    @Column(name = "rubric_version")
    @Nullable Integer rubricVersion;

    @Nullable Boolean withdrawn;

    boolean erased;

    @SuppressWarnings("NullAway.Init")
    ApplicationEntity() {}

    /** Empty while only the erasure of the application is known. */
    Optional<Application> toDomain() {
        if (jobId == null || rubricVersion == null || withdrawn == null) {
            return Optional.empty();
        }
        return Optional.of(new Application(id, jobId, rubricVersion, withdrawn, erased));
    }
}
