package dev.plumbline.interview.persistence;

import dev.plumbline.interview.domain.RedFlagState;
import dev.plumbline.interview.domain.Ruling;
import dev.plumbline.kit.ids.Ids;
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
@Table(name = "red_flag_ruling")
class RedFlagRulingEntity {
    @Id
    UUID id;

    @Column(name = "red_flag_id")
    UUID redFlagId;

    @Enumerated(EnumType.STRING)
    RedFlagState state;

    @Column(name = "ruled_by")
    String ruledBy;

    @Nullable String reason;

    @Column(name = "ruled_at")
    Instant ruledAt;

    @SuppressWarnings("NullAway.Init")
    RedFlagRulingEntity() {}

    static RedFlagRulingEntity of(UUID redFlagId, Ruling ruling) {
        RedFlagRulingEntity row = new RedFlagRulingEntity();
        row.id = Ids.next();
        row.redFlagId = redFlagId;
        row.state = ruling.state();
        row.ruledBy = ruling.by();
        row.reason = ruling.reason();
        row.ruledAt = ruling.at();
        return row;
    }

    Ruling toDomain() {
        return new Ruling(state, ruledBy, reason, ruledAt);
    }
}
