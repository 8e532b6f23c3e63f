package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "application")
@SuppressWarnings("NullAway.Init")
class ApplicationEntity {

    @Id
    UUID id;

    @Nullable Long revision;

    @Column(name = "job_id")
    @Nullable UUID jobId;

    @Column(name = "rubric_version")
    @Nullable Integer rubricVersion;

    boolean withdrawn;

    boolean erased;
}
