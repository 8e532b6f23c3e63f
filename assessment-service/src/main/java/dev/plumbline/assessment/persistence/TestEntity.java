package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "test")
@SuppressWarnings("NullAway.Init")
class TestEntity {

    @Id
    String id;

    long revision;

    @Column(name = "latest_version")
    int latestVersion;

    String definition;

    @Column(name = "changed_at")
    Instant changedAt;
}
