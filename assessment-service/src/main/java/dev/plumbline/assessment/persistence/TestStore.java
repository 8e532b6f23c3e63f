package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.Tests;
import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.assessment.domain.TestReference;
import dev.plumbline.assessment.format.TestReader;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TestStore implements Tests {

    private final TestRepository drafts;
    private final TestVersionRepository versions;
    private final Json json;
    private final RecentDefinitions recent = new RecentDefinitions();

    TestStore(TestRepository drafts, TestVersionRepository versions, Json json) {
        this.drafts = drafts;
        this.versions = versions;
        this.json = json;
    }

    @Override
    public boolean add(TestDraft draft) {
        return drafts.getEntityManager()
                        .createNativeQuery("""
                                insert into test (id, revision, latest_version, definition, changed_at)
                                values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing""")
                        .setParameter(1, draft.id())
                        .setParameter(2, draft.revision())
                        .setParameter(3, draft.latestVersion())
                        .setParameter(4, json.write(draft.definition()))
                        .setParameter(5, draft.changedAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<TestDraft> draft(String id) {
        return TestReader.isId(id) ? drafts.findByIdOptional(id).map(this::draft) : Optional.empty();
    }

    @Override
    public Optional<TestDraft> draftForChange(String id) {
        return TestReader.isId(id)
                ? drafts.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::draft)
                : Optional.empty();
    }

    @Override
    public void change(TestDraft draft) {
        TestEntity entity = drafts.findById(draft.id());
        entity.revision = draft.revision();
        entity.latestVersion = draft.latestVersion();
        entity.definition = json.write(draft.definition());
        entity.changedAt = draft.changedAt();
    }

    @Override
    public void addVersion(PublishedTest version) {
        TestVersionEntity entity = new TestVersionEntity();
        entity.testId = version.id();
        entity.version = version.version();
        entity.definition = json.write(version.definition());
        entity.publishedAt = version.publishedAt();
        versions.persist(entity);
    }

    @Override
    public Optional<PublishedTest> version(TestReference reference) {
        return TestReader.isId(reference.id())
                ? versions.findByIdOptional(new TestVersionEntity.Key(reference.id(), reference.version()))
                        .map(this::version)
                : Optional.empty();
    }

    @Override
    public List<PublishedTest> versions(String id, int after, int most) {
        return versions.find("testId = ?1 and version > ?2", Sort.by("version"), id, after).page(0, most).stream()
                .map(this::version)
                .toList();
    }

    @Override
    public List<TestDraft> drafts(@Nullable String after, int most) {
        // Bytes decide, as everywhere in Java, whatever the database's collation.
        return drafts
                .getEntityManager()
                .createNativeQuery(
                        "select * from test where id collate \"C\" > ?1 order by id collate \"C\" limit ?2",
                        TestEntity.class)
                .setParameter(1, after == null ? "" : after)
                .setParameter(2, most)
                .getResultList()
                .stream()
                .map(entity -> draft((TestEntity) entity))
                .toList();
    }

    private TestDraft draft(TestEntity entity) {
        return new TestDraft(
                entity.id, entity.revision, entity.latestVersion, json.definition(entity.definition), entity.changedAt);
    }

    private PublishedTest version(TestVersionEntity entity) {
        TestReference reference = new TestReference(entity.testId, entity.version);
        TestDefinition definition = recent.get(reference, () -> json.definition(entity.definition));
        return new PublishedTest(entity.testId, entity.version, definition, entity.publishedAt);
    }

    /** Published versions never change, and every answer needs one: the last ones used are kept parsed. */
    private static final class RecentDefinitions {

        private static final int MOST = 64;

        private final Map<TestReference, TestDefinition> definitions = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TestReference, TestDefinition> eldest) {
                return size() > MOST;
            }
        };

        synchronized TestDefinition get(TestReference reference, Supplier<TestDefinition> parsed) {
            return definitions.computeIfAbsent(reference, absent -> parsed.get());
        }
    }
}
