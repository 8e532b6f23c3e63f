package dev.plumbline.interview.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.interview.app.Applications;
import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.InterviewQuestion;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.JobVersions;
import dev.plumbline.interview.domain.RatingScale;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Applications and job versions in PostgreSQL. One statement takes a fact over, whatever else happens meanwhile. */
@ApplicationScoped
class StoredApplications implements Applications, PanacheRepositoryBase<ApplicationEntity, UUID> {
    private static final TypeReference<List<InterviewQuestion>> QUESTIONS = new TypeReference<>() {};

    private final EntityManager entities;
    private final ObjectMapper json;

    StoredApplications(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public Optional<Application> find(UUID id) {
        return findByIdOptional(id).flatMap(ApplicationEntity::toDomain);
    }

    @Override
    public Optional<Application> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).flatMap(ApplicationEntity::toDomain);
    }

    @Override
    public void record(LifecycleFact fact) {
        Application application = fact.application();
        entities.createNativeQuery("""
                        insert into application (id, revision, job_id, rubric_version, withdrawn)
                        values (:id, :revision, :jobId, :rubricVersion, :withdrawn)
                        on conflict (id) do update set revision = excluded.revision, job_id = excluded.job_id,
                            rubric_version = excluded.rubric_version, withdrawn = excluded.withdrawn
                        where coalesce(application.revision, 0) < excluded.revision""")
                .setParameter("id", application.id())
                .setParameter("revision", fact.revision())
                .setParameter("jobId", application.jobId())
                .setParameter("rubricVersion", application.rubricVersion())
                .setParameter("withdrawn", application.withdrawn())
                .executeUpdate();
    }

    @Override
    public boolean markErased(UUID id) {
        return entities.createNativeQuery("""
                        insert into application (id, erased) values (:id, true)
                        on conflict (id) do update set erased = true where not application.erased""").setParameter("id", id).executeUpdate() > 0;
    }

    @Override
    public JobVersions versionsOf(UUID jobId) {
        return new JobVersions(entities
                .createQuery("from JobVersionEntity where jobId = :jobId", JobVersionEntity.class)
                .setParameter("jobId", jobId)
                .getResultList()
                .stream()
                .map(this::toDomain)
                .toList());
    }

    @Override
    public void record(JobVersion version, long revision) {
        entities.createNativeQuery("""
                        insert into job_version (job_id, version, revision, applies_to_all_open, title, scale_min,
                            scale_max, questions, attestation_gates)
                        values (:jobId, :version, :revision, :appliesToAllOpen, :title, :scaleMin, :scaleMax,
                            :questions, :attestationGates)
                        on conflict (job_id, version) do update set revision = excluded.revision,
                            applies_to_all_open = excluded.applies_to_all_open, title = excluded.title,
                            scale_min = excluded.scale_min, scale_max = excluded.scale_max,
                            questions = excluded.questions, attestation_gates = excluded.attestation_gates
                        where job_version.revision < excluded.revision""")
                .setParameter("jobId", version.jobId())
                .setParameter("version", version.version())
                .setParameter("revision", revision)
                .setParameter("appliesToAllOpen", version.appliesToAllOpen())
                .setParameter("title", version.title())
                .setParameter("scaleMin", version.scale().min())
                .setParameter("scaleMax", version.scale().max())
                .setParameter("questions", write(version.questions()))
                .setParameter(
                        "attestationGates",
                        version.attestationGates().stream().sorted().toArray(String[]::new))
                .executeUpdate();
    }

    private JobVersion toDomain(JobVersionEntity row) {
        return new JobVersion(
                row.jobId,
                row.version,
                row.appliesToAllOpen,
                row.title,
                new RatingScale(row.scaleMin, row.scaleMax),
                read(row.questions),
                Set.copyOf(row.attestationGates));
    }

    private String write(List<InterviewQuestion> questions) {
        try {
            return json.writeValueAsString(questions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Questions cannot be written as JSON", e);
        }
    }

    private List<InterviewQuestion> read(String questions) {
        try {
            return json.readValue(questions, QUESTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored questions are not JSON", e);
        }
    }
}
