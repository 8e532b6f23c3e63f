package dev.plumbline.decision.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a verdict is stale: a row of its own, because it may be read back before the verdict. */
@Entity
@Table(name = "verdict_stale")
@IdClass(VerdictEntity.Key.class)
class VerdictStaleEntity {
    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    long revision;

    @Column(name = "since_number")
    int sinceNumber;

    /** For Hibernate, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected VerdictStaleEntity() {}

    VerdictStaleEntity(UUID applicationId, long revision, int sinceNumber) {
        this.applicationId = applicationId;
        this.revision = revision;
        this.sinceNumber = sinceNumber;
    }
}
