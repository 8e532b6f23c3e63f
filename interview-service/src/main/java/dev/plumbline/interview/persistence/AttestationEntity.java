package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Attestation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "attestation")
@IdClass(AttestationEntity.Key.class)
class AttestationEntity {
    record Key(UUID applicationId, String gate, String rater) {}

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    String gate;

    @Id
    String rater;

    boolean met;

    @Nullable String note;

    int revision;

    boolean retracted;

    @Column(name = "changed_at")
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    AttestationEntity() {}

    static AttestationEntity of(UUID applicationId, Attestation attestation, Instant at) {
        AttestationEntity row = new AttestationEntity();
        row.applicationId = applicationId;
        row.gate = attestation.gate();
        row.rater = attestation.rater();
        row.met = attestation.met();
        row.note = attestation.note();
        row.revision = attestation.revision();
        row.retracted = attestation.retracted();
        row.changedAt = at;
        return row;
    }

    Attestation toDomain() {
        return new Attestation(gate, rater, met, note, revision, retracted);
    }
}
