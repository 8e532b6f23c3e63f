package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.Verdict;
import dev.plumbline.decision.app.Verdicts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The verdicts. */
@ApplicationScoped
class VerdictRepository implements Verdicts, PanacheRepositoryBase<VerdictEntity, VerdictEntity.Key> {
    private static final String NOTE_ERASED =
            "insert into erased_application (application_id) values (?1) on conflict do nothing";
    private static final String IS_ERASED = "select count(*) from erased_application where application_id = ?1";

    @Override
    public Optional<Verdict> latest(UUID applicationId) {
        return find("applicationId", Sort.descending("revision"), applicationId)
                .firstResultOptional()
                .map(verdict -> verdict.toVerdict(staleSince(verdict)));
    }

    @Override
    public boolean has(UUID applicationId, long revision) {
        return count("applicationId = ?1 and revision = ?2", applicationId, revision) > 0;
    }

    @Override
    public Verdict add(Verdict verdict) {
        boolean isErased = ((Number) getEntityManager()
                                .createNativeQuery(IS_ERASED)
                                .setParameter(1, verdict.applicationId())
                                .getSingleResult())
                        .longValue()
                > 0;
        VerdictEntity stored = new VerdictEntity(verdict, isErased ? null : verdict.reason());
        persist(stored);
        return stored.toVerdict(verdict.staleSince());
    }

    @Override
    public boolean isStale(UUID applicationId, long revision) {
        return stale(applicationId, revision) != null;
    }

    @Override
    public void markStale(UUID applicationId, long revision, int sinceNumber) {
        if (!isStale(applicationId, revision)) {
            getEntityManager().persist(new VerdictStaleEntity(applicationId, revision, sinceNumber));
        }
    }

    @Override
    public void forgetReasons(UUID applicationId) {
        getEntityManager()
                .createNativeQuery(NOTE_ERASED)
                .setParameter(1, applicationId)
                .executeUpdate();
        update("reason = null where applicationId = ?1", applicationId);
    }

    private @Nullable Integer staleSince(VerdictEntity verdict) {
        VerdictStaleEntity stale = stale(verdict.applicationId, verdict.revision);
        return stale == null ? null : stale.sinceNumber;
    }

    private @Nullable VerdictStaleEntity stale(UUID applicationId, long revision) {
        return getEntityManager().find(VerdictStaleEntity.class, new VerdictEntity.Key(applicationId, revision));
    }
}
