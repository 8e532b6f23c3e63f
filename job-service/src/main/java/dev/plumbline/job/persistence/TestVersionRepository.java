package dev.plumbline.job.persistence;

import dev.plumbline.job.app.Tests;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.job.domain.TestVersion;
import dev.plumbline.job.persistence.TestVersionEntity.Key;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is known of published tests, in PostgreSQL. */
@ApplicationScoped
class TestVersionRepository implements Tests, PanacheRepositoryBase<TestVersionEntity, Key> {
    private static final String UPSERT = """
            insert into test_version (test_id, version, revision, sections)
            values (:test, :version, :revision, :sections)
            on conflict (test_id, version) do update
            set revision = excluded.revision, sections = excluded.sections
            where test_version.revision < excluded.revision""";

    private final StoredJson json;

    TestVersionRepository(StoredJson json) {
        this.json = json;
    }

    @Override
    public Optional<TestVersion> find(TestReference reference) {
        return findByIdOptional(new Key(reference.id(), reference.version()))
                .map(row -> new TestVersion(reference, row.revision, json.sections(row.sections)));
    }

    @Override
    public void keep(TestVersion test) {
        getEntityManager()
                .createNativeQuery(UPSERT)
                .setParameter("test", test.reference().id())
                .setParameter("version", test.reference().version())
                .setParameter("revision", test.revision())
                .setParameter("sections", json.write(test.sections()))
                .executeUpdate();
    }
}
