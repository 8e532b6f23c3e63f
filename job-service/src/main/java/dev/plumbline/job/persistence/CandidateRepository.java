package dev.plumbline.job.persistence;

import dev.plumbline.job.domain.Candidate;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The people in PostgreSQL. */
@ApplicationScoped
class CandidateRepository implements PanacheRepositoryBase<CandidateEntity, UUID> {

    void add(UUID applicationId, Candidate candidate) {
        CandidateEntity row = new CandidateEntity();
        row.applicationId = applicationId;
        row.name = candidate.name();
        row.email = candidate.email();
        persist(row);
    }

    Optional<Candidate> of(UUID applicationId) {
        return findByIdOptional(applicationId).map(row -> new Candidate(row.name, row.email));
    }
}
