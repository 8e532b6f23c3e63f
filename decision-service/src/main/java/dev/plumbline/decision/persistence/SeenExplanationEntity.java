package dev.plumbline.decision.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The row of a decision that a person has been shown. */
@Entity
@Table(name = "explanation_seen")
@IdClass(SeenExplanationEntity.Key.class)
class SeenExplanationEntity {
    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    int number;

    @Id
    String person;

    @Column(name = "seen_at")
    Instant seenAt;

    /** What tells them apart. */
    record Key(UUID applicationId, int number, String person) implements Serializable {}

    /** For Hibernate, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected SeenExplanationEntity() {}
}
