package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "answer")
@IdClass(AnswerEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class AnswerEntity {

    record Key(UUID sessionId, String item) {}

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    String item;

    String body;

    @Column(name = "answered_at")
    Instant answeredAt;
}
