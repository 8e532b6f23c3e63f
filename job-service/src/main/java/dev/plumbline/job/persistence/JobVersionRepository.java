package dev.plumbline.job.persistence;

import dev.plumbline.job.app.JobVersions;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.persistence.JobVersionEntity.Key;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published versions in PostgreSQL. */
@ApplicationScoped
class JobVersionRepository implements JobVersions, PanacheRepositoryBase<JobVersionEntity, Key> {
    private final StoredJson json;

    JobVersionRepository(StoredJson json) {
        this.json = json;
    }

    @Override
    public void add(JobVersion version) {
        JobVersionEntity row = new JobVersionEntity();
        row.key = new Key(version.jobId(), version.version());
        row.appliesTo = version.appliesTo();
        row.profile = json.write(version.profile());
        row.plan = json.planWithoutRubric(version.plan());
        row.rubric = version.plan().rubric();
        row.publishedAt = version.publishedAt();
        row.publishedBy = version.publishedBy();
        persist(row);
    }

    @Override
    public Optional<JobVersion> find(UUID jobId, int version) {
        return findByIdOptional(new Key(jobId, version)).map(this::toDomain);
    }

    @Override
    public List<JobVersion> of(UUID jobId) {
        return find("key.jobId", Sort.by("key.version"), jobId).stream()
                .map(this::toDomain)
                .toList();
    }

    @Override
    public List<Integer> numbers(UUID jobId) {
        return getEntityManager()
                .createQuery(
                        "select v.key.version from JobVersionEntity v where v.key.jobId = :job order by v.key.version",
                        Integer.class)
                .setParameter("job", jobId)
                .getResultList();
    }

    @Override
    public Optional<SelectionPlan> plan(UUID jobId, int version) {
        return getEntityManager()
                .createQuery(
                        "select v.plan, v.rubric from JobVersionEntity v where v.key.jobId = :job and v.key.version = :version",
                        Object[].class)
                .setParameter("job", jobId)
                .setParameter("version", version)
                .getResultStream()
                .map(row -> json.plan((String) row[0], (String) row[1]))
                .findFirst();
    }

    private JobVersion toDomain(JobVersionEntity row) {
        return new JobVersion(
                row.key.jobId(),
                row.key.version(),
                row.appliesTo,
                json.profile(row.profile),
                json.plan(row.plan, row.rubric),
                row.publishedAt,
                row.publishedBy);
    }
}
