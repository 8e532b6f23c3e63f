package dev.plumbline.assessment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "written_answer")
@SuppressWarnings("NullAway.Init")
class WrittenAnswerEntity {

    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "session_id")
    UUID sessionId;

    String section;

    String item;

    @Column(name = "raters_needed")
    int ratersNeeded;

    @Column(name = "raters_given")
    int ratersGiven;

    boolean erased;
}
