package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verdict's row. */
@Entity
@Table(name = "verdict")
@IdClass(VerdictEntity.Key.class)
class VerdictEntity {
    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    long revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "verdict")
    Verdict.Kind kind;

    @Column(name = "decision_number")
    int decisionNumber;

    @Column(name = "content_digest")
    byte[] contentDigest;

    boolean override;

    @Column(name = "given_by")
    String by;

    @Column(name = "given_at")
    Instant at;

    @Nullable String reason;

    /** What tells verdicts apart. */
    record Key(UUID applicationId, long revision) implements Serializable {}

    /** For Hibernate, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected VerdictEntity() {}

    VerdictEntity(Verdict verdict, @Nullable String reason) {
        this.applicationId = verdict.applicationId();
        this.revision = verdict.revision();
        this.kind = verdict.kind();
        this.decisionNumber = verdict.decisionNumber();
        this.contentDigest = Columns.digestOf(verdict.contentDigest());
        this.override = verdict.override();
        this.by = verdict.by();
        this.at = verdict.at();
        this.reason = reason;
    }

    Verdict toVerdict(@Nullable Integer staleSince) {
        return new Verdict(
                applicationId,
                revision,
                kind,
                decisionNumber,
                Columns.hex(contentDigest),
                override,
                by,
                at,
                reason,
                staleSince);
    }
}
