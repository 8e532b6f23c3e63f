package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "test_version")
@IdClass(TestVersionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class TestVersionEntity {

    record Key(String testId, int version) {}

    @Id
    @Column(name = "test_id")
    String testId;

    @Id
    int version;

    String definition;

    @Column(name = "published_at")
    Instant publishedAt;
}
