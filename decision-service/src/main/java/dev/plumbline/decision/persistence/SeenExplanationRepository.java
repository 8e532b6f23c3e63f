package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.SeenExplanations;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Who has been shown what. */
@ApplicationScoped
class SeenExplanationRepository
        implements SeenExplanations, PanacheRepositoryBase<SeenExplanationEntity, SeenExplanationEntity.Key> {
    // Two requests of one person may come at once: the first one counts, and neither fails.
    private static final String NOTE = """
            insert into explanation_seen (application_id, number, person, seen_at) values (?1, ?2, ?3, ?4)
            on conflict do nothing""";

    @Override
    public void note(UUID applicationId, int number, String person, Instant at) {
        getEntityManager()
                .createNativeQuery(NOTE)
                .setParameter(1, applicationId)
                .setParameter(2, number)
                .setParameter(3, person)
                .setParameter(4, at)
                .executeUpdate();
    }

    @Override
    public boolean has(UUID applicationId, int number, String person) {
        return findByIdOptional(new SeenExplanationEntity.Key(applicationId, number, person))
                .isPresent();
    }
}
