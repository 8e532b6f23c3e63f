package dev.plumbline.interview.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "job_version")
@IdClass(JobVersionEntity.Key.class)
class JobVersionEntity {
    record Key(UUID jobId, int version) {}

    @Id
    @Column(name = "job_id")
    UUID jobId;

    @Id
    int version;

    @Column(name = "applies_to_all_open")
    boolean appliesToAllOpen;

    String title;

    @Column(name = "scale_min")
    BigDecimal scaleMin;

    @Column(name = "scale_max")
    BigDecimal scaleMax;

    String questions;

    @Column(name = "attestation_gates")
    List<String> attestationGates;

    @SuppressWarnings("NullAway.Init")
    JobVersionEntity() {}
}
