package dev.plumbline.job.persistence;

import dev.plumbline.job.app.Jobs;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobSummary;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs in PostgreSQL. */
@ApplicationScoped
class JobRepository implements Jobs, PanacheRepositoryBase<JobEntity, UUID> {
    private final StoredJson json;

    JobRepository(StoredJson json) {
        this.json = json;
    }

    /** What a list reads of a row. */
    record Line(
            UUID id,
            String title,
            JobStatus status,
            long revision,
            int publishedVersion,
            long publishedRevision,
            Instant createdAt,
            Instant updatedAt) {
        JobSummary toDomain() {
            return new JobSummary(
                    id, title, status, publishedVersion, publishedRevision < revision, createdAt, updatedAt);
        }
    }

    @Override
    public Optional<Job> find(UUID id) {
        return findByIdOptional(id).map(this::toDomain);
    }

    @Override
    public Optional<Job> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::toDomain);
    }

    @Override
    public Optional<Job> share(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).map(this::toDomain);
    }

    @Override
    public void add(Job job) {
        JobEntity row = new JobEntity();
        row.id = job.id();
        fill(row, job);
        persist(row);
    }

    @Override
    public void update(Job job) {
        fill(findById(job.id()), job);
    }

    @Override
    public List<JobSummary> list(@Nullable JobStatus status, @Nullable UUID after, int most) {
        Where where = new Where().and("status", "=", status).and("id", ">", after);
        return find(where.query(), Sort.by("id"), where.parameters()).project(Line.class).page(0, most).stream()
                .map(Line::toDomain)
                .toList();
    }

    private void fill(JobEntity row, Job job) {
        row.status = job.status();
        row.revision = job.revision();
        row.template = job.template();
        row.title = job.draft().profile().title();
        row.profile = json.write(job.draft().profile());
        row.plan = json.planWithoutRubric(job.draft().plan());
        row.rubric = job.draft().plan().rubric();
        row.publishedVersion = job.publishedVersion();
        row.publishedRevision = job.publishedRevision();
        row.createdAt = job.createdAt();
        row.updatedAt = job.updatedAt();
    }

    private Job toDomain(JobEntity row) {
        return new Job(
                row.id,
                row.status,
                row.revision,
                row.template,
                new Job.Draft(json.profile(row.profile), json.plan(row.plan, row.rubric)),
                row.publishedVersion,
                row.publishedRevision,
                row.createdAt,
                row.updatedAt);
    }
}
