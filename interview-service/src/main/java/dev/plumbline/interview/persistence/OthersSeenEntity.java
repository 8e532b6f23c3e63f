package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.Judgement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "others_seen")
@IdClass(OthersSeenEntity.Key.class)
class OthersSeenEntity {
    record Key(UUID applicationId, String person, Judgement.Kind kind, String subject) {}

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    String person;

    @Id
    @Enumerated(EnumType.STRING)
    Judgement.Kind kind;

    @Id
    String subject;

    @SuppressWarnings("NullAway.Init")
    OthersSeenEntity() {}

    OthersSeenEntity(UUID applicationId, String person, Judgement judgement) {
        this.applicationId = applicationId;
        this.person = person;
        this.kind = judgement.kind();
        this.subject = judgement.subject();
    }

    Judgement toDomain() {
        return new Judgement(kind, subject);
    }
}
