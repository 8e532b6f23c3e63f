package dev.plumbline.interview.persistence;

import dev.plumbline.interview.app.Ratings;
import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.Correction;
import dev.plumbline.interview.domain.Rating;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ratings, corrections and attestations in PostgreSQL. */
@ApplicationScoped
class StoredRatings implements Ratings, PanacheRepositoryBase<RatingEntity, RatingEntity.Key> {
    private final EntityManager entities;

    StoredRatings(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Rating> of(UUID application) {
        return list("applicationId = ?1 order by question, rater", application).stream()
                .map(RatingEntity::toDomain)
                .toList();
    }

    @Override
    public void save(UUID application, Rating rating, Instant at) {
        entities.merge(RatingEntity.of(application, rating, at));
    }

    @Override
    public List<Correction> correctionsOf(UUID application) {
        return entities.createQuery(
                        "from RatingCorrectionEntity where applicationId = :application order by id",
                        RatingCorrectionEntity.class)
                .setParameter("application", application)
                .getResultStream()
                .map(RatingCorrectionEntity::toDomain)
                .toList();
    }

    @Override
    public void add(UUID application, Correction correction) {
        entities.persist(RatingCorrectionEntity.of(application, correction));
    }

    @Override
    public List<Attestation> attestationsOf(UUID application) {
        return entities.createQuery(
                        "from AttestationEntity where applicationId = :application and not retracted order by gate, rater",
                        AttestationEntity.class)
                .setParameter("application", application)
                .getResultStream()
                .map(AttestationEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Attestation> attestation(UUID application, String gate, String rater) {
        return Optional.ofNullable(
                        entities.find(AttestationEntity.class, new AttestationEntity.Key(application, gate, rater)))
                .map(AttestationEntity::toDomain);
    }

    @Override
    public void save(UUID application, Attestation attestation, Instant at) {
        entities.merge(AttestationEntity.of(application, attestation, at));
    }

    @Override
    public void eraseWords(UUID application) {
        erase("update RatingEntity set note = null where applicationId = :application", application);
        erase("update RatingCorrectionEntity set reason = null where applicationId = :application", application);
        erase("update AttestationEntity set note = null where applicationId = :application", application);
    }

    private void erase(String update, UUID application) {
        entities.createQuery(update).setParameter("application", application).executeUpdate();
    }
}
