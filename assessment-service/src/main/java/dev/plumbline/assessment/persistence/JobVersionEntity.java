package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "job_version")
@IdClass(JobVersionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class JobVersionEntity {

    record Key(UUID jobId, int version) {}

    @Id
    @Column(name = "job_id")
    UUID jobId;

    @Id
    int version;

    long revision;

    @Column(name = "for_all_open")
    boolean forAllOpen;

    @Column(name = "test_id")
    @Nullable String testId;

    @Column(name = "test_version")
    @Nullable Integer testVersion;

    @Column(name = "counted_sections")
    String[] countedSections;
}
