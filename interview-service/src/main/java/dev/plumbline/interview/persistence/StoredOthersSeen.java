package dev.plumbline.interview.persistence;

import dev.plumbline.interview.app.OthersSeen;
import dev.plumbline.interview.domain.Judgement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** In PostgreSQL. */
@ApplicationScoped
class StoredOthersSeen implements OthersSeen {
    private final EntityManager entities;

    StoredOthersSeen(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<Judgement> by(UUID application, String person) {
        return entities.createQuery(
                        "from OthersSeenEntity where applicationId = :application and person = :person",
                        OthersSeenEntity.class)
                .setParameter("application", application)
                .setParameter("person", person)
                .getResultStream()
                .map(OthersSeenEntity::toDomain)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void add(UUID application, String person, Collection<Judgement> shown) {
        if (shown.isEmpty()) {
            return;
        }
        Set<Judgement> known = by(application, person);
        shown.stream()
                .filter(judgement -> !known.contains(judgement))
                .forEach(judgement -> entities.persist(new OthersSeenEntity(application, person, judgement)));
    }
}
