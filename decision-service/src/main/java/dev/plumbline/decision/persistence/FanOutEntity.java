package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.FanOuts.FanOut;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a rubric version on its way. */
@Entity
@Table(name = "fan_out")
class FanOutEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "job_id")
    UUID jobId;

    int version;

    @Column(name = "only_waiting")
    boolean onlyWaiting;

    @Column(name = "last_done")
    @Nullable UUID lastDone;

    long decided;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable Instant finishedAt;

    /** For Hibernate, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected FanOutEntity() {}

    FanOutEntity(UUID jobId, int version, boolean onlyWaiting, Instant startedAt) {
        this.jobId = jobId;
        this.version = version;
        this.onlyWaiting = onlyWaiting;
        this.startedAt = startedAt;
    }

    FanOut toFanOut() {
        return new FanOut(id == null ? 0 : id, jobId, version, onlyWaiting, lastDone);
    }
}
