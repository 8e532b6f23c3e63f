package dev.plumbline.job.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code candidate}: a person. */
@Entity
@Table(name = "candidate")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the schema says is never null.
class CandidateEntity {
    @Id
    UUID applicationId;

    String name;
    String email;
}
