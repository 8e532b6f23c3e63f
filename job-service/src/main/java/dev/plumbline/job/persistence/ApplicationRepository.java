package dev.plumbline.job.persistence;

import dev.plumbline.job.app.Applications;
import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.Candidate;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications in PostgreSQL. */
@ApplicationScoped
class ApplicationRepository implements Applications, PanacheRepositoryBase<ApplicationEntity, UUID> {
    // Of two that come at once with one external id, the second waits here for the first, and then finds it.
    private static final String INSERT = """
            insert into application
                (id, job_id, external_id, rubric_version, status, revision, screening, submitted_at, updated_at)
            values (:id, :job, :external, :version, :status, :revision, :screening, :submitted, :updated)
            on conflict (job_id, external_id) do nothing""";

    private final StoredJson json;
    private final CandidateRepository candidates;

    ApplicationRepository(StoredJson json, CandidateRepository candidates) {
        this.json = json;
        this.candidates = candidates;
    }

    @Override
    public Optional<Application> find(UUID id) {
        return findByIdOptional(id).map(this::toDomain);
    }

    @Override
    public Optional<Application> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::toDomain);
    }

    @Override
    public Optional<UUID> addUnlessThere(Application application, Candidate candidate) {
        int added = getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", application.id())
                .setParameter("job", application.jobId())
                .setParameter("external", application.externalId())
                .setParameter("version", application.rubricVersion())
                .setParameter("status", application.status().name())
                .setParameter("revision", application.revision())
                .setParameter("screening", json.write(application.screening()))
                .setParameter("submitted", application.submittedAt())
                .setParameter("updated", application.updatedAt())
                .executeUpdate();
        if (added == 0) {
            return find("jobId = ?1 and externalId = ?2", application.jobId(), application.externalId())
                    .firstResultOptional()
                    .map(row -> row.id);
        }
        candidates.add(application.id(), candidate);
        return Optional.empty();
    }

    @Override
    public void update(Application application) {
        ApplicationEntity row = findById(application.id());
        row.status = application.status();
        row.revision = application.revision();
        row.screening = json.write(application.screening());
        row.updatedAt = application.updatedAt();
        row.candidateErasedAt = application.candidateErasedAt();
    }

    @Override
    public Optional<Candidate> candidate(UUID applicationId) {
        return candidates.of(applicationId);
    }

    @Override
    public void eraseCandidate(UUID applicationId) {
        candidates.deleteById(applicationId);
    }

    @Override
    public Set<Integer> stampedVersions(UUID jobId) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct a.rubricVersion from ApplicationEntity a where a.jobId = :job", Integer.class)
                .setParameter("job", jobId)
                .getResultList());
    }

    @Override
    public List<Application> list(Filter filter, @Nullable UUID after, int most) {
        Where where = new Where()
                .and("jobId", "=", filter.jobId())
                .and("externalId", "=", filter.externalId())
                .and("status", "=", filter.status())
                .and("id", ">", after);
        return find(where.query(), Sort.by("id"), where.parameters()).page(0, most).stream()
                .map(this::toDomain)
                .toList();
    }

    private Application toDomain(ApplicationEntity row) {
        return new Application(
                row.id,
                row.jobId,
                row.externalId,
                row.rubricVersion,
                row.status,
                row.revision,
                json.screening(row.screening),
                row.submittedAt,
                row.updatedAt,
                row.candidateErasedAt);
    }
}
