package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.assessment.domain.TestReference;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tests, with their keys: leaving these out is up to whoever shows them. */
@ApplicationScoped
public class ReadTests {

    private final Tests tests;

    ReadTests(Tests tests) {
        this.tests = tests;
    }

    @Transactional
    public List<TestDraft> list(@Nullable String after, int most) {
        return tests.drafts(after, most);
    }

    /** @throws ProblemException 404 */
    @Transactional
    public TestDraft draft(String id) {
        return tests.draft(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("test", id)));
    }

    /**
     * Ascending, those above the given one.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public List<PublishedTest> versions(String id, int after, int most) {
        draft(id);
        return tests.versions(id, after, most);
    }

    /** @throws ProblemException 404 */
    @Transactional
    public PublishedTest version(TestReference reference) {
        return tests.version(reference)
                .orElseThrow(() -> new ProblemException(
                        new KitError.NotFound("version " + reference.version() + " of test", reference.id())));
    }
}
