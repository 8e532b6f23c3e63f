package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.FanOuts;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** The rubric versions on their way. */
@ApplicationScoped
class FanOutRepository implements FanOuts, PanacheRepository<FanOutEntity> {
    private final Clock clock;

    FanOutRepository(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void start(UUID jobId, int version, boolean onlyWaiting) {
        persist(new FanOutEntity(jobId, version, onlyWaiting, clock.instant()));
    }

    @Override
    public Optional<FanOut> next() {
        return find("finishedAt is null order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional()
                .map(FanOutEntity::toFanOut);
    }

    @Override
    public boolean isAnyOpen() {
        return count("finishedAt is null") > 0;
    }

    @Override
    public void advance(FanOut fanOut, UUID lastDone, int decided) {
        update("lastDone = ?1, decided = decided + ?2 where id = ?3", lastDone, decided, fanOut.id());
    }

    @Override
    public void finish(FanOut fanOut) {
        update("finishedAt = ?1 where id = ?2", clock.instant(), fanOut.id());
    }
}
