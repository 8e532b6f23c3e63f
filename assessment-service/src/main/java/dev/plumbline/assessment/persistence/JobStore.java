package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.Jobs;
import dev.plumbline.assessment.domain.JobVersion;
import dev.plumbline.assessment.domain.TestReference;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JobStore implements Jobs {

    private final JobVersionRepository jobs;

    JobStore(JobVersionRepository jobs) {
        this.jobs = jobs;
    }

    @Override
    public void keep(JobVersion version) {
        TestReference test = version.test();
        jobs.getEntityManager()
                .createNativeQuery("""
                        insert into job_version as kept
                            (job_id, version, revision, for_all_open, test_id, test_version, counted_sections)
                        values (?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as integer), ?7)
                        on conflict (job_id, version) do update set
                            revision = excluded.revision, for_all_open = excluded.for_all_open,
                            test_id = excluded.test_id, test_version = excluded.test_version,
                            counted_sections = excluded.counted_sections
                        where excluded.revision > kept.revision""")
                .setParameter(1, version.jobId())
                .setParameter(2, version.version())
                .setParameter(3, version.revision())
                .setParameter(4, version.forAllOpen())
                .setParameter(5, test == null ? null : test.id())
                .setParameter(6, test == null ? null : test.version())
                .setParameter(7, version.countedSections().stream().sorted().toArray(String[]::new))
                .executeUpdate();
    }

    @Override
    public Optional<JobVersion> effective(UUID jobId, int stampedVersion) {
        return jobs.find(
                        "jobId = ?1 and (version = ?2 or version > ?2 and forAllOpen)",
                        Sort.descending("version"),
                        jobId,
                        stampedVersion)
                .firstResultOptional()
                .map(JobStore::version);
    }

    private static JobVersion version(JobVersionEntity entity) {
        String testId = entity.testId;
        Integer testVersion = entity.testVersion;
        return new JobVersion(
                entity.jobId,
                entity.version,
                entity.revision,
                entity.forAllOpen,
                testId != null && testVersion != null ? new TestReference(testId, testVersion) : null,
                Set.of(entity.countedSections));
    }
}
