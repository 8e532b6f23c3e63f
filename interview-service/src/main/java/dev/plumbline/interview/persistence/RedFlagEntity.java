package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.interview.domain.RedFlagCategory;
import dev.plumbline.interview.domain.RedFlagState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "red_flag")
class RedFlagEntity {
    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    RedFlagCategory category;

    @Enumerated(EnumType.STRING)
    RedFlagState state;

    @Column(name = "raised_by")
    String raisedBy;

    @Nullable String note;

    int revision;

    @Column(name = "raised_at")
    Instant raisedAt;

    @SuppressWarnings("NullAway.Init")
    RedFlagEntity() {}

    static RedFlagEntity of(RedFlag flag, @Nullable String note, Instant at) {
        RedFlagEntity row = new RedFlagEntity();
        row.id = flag.id();
        row.applicationId = flag.applicationId();
        row.category = flag.category();
        row.state = flag.state();
        row.raisedBy = flag.raisedBy();
        row.note = note;
        row.revision = flag.revision();
        row.raisedAt = at;
        return row;
    }

    RedFlag toDomain() {
        return new RedFlag(id, applicationId, category, state, raisedBy, revision);
    }
}
