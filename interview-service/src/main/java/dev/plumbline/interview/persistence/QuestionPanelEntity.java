package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.QuestionPanel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

@Entity
@Table(name = "question_panel")
@IdClass(QuestionPanelEntity.Key.class)
class QuestionPanelEntity {
    record Key(UUID applicationId, String question) {}

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    String question;

    List<String> raters;

    int revision;

    @SuppressWarnings("NullAway.Init")
    QuestionPanelEntity() {}

    static QuestionPanelEntity of(UUID applicationId, QuestionPanel panel) {
        QuestionPanelEntity row = new QuestionPanelEntity();
        row.applicationId = applicationId;
        row.question = panel.question();
        row.raters = List.copyOf(panel.raters());
        row.revision = panel.revision();
        return row;
    }

    QuestionPanel toDomain() {
        return new QuestionPanel(question, new TreeSet<>(raters), revision);
    }
}
