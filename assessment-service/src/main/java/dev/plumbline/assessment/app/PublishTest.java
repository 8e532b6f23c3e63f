package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the draft, as it stands, the test's next version, which never changes. */
@ApplicationScoped
public class PublishTest {

    private final Tests tests;
    private final TestVersions versions;
    private final Clock clock;

    PublishTest(Tests tests, TestVersions versions, Clock clock) {
        this.tests = tests;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * @param ifMatch optional; makes sure that what is published is what was looked at
     * @throws ProblemException 404, 412
     */
    @Transactional
    public PublishedTest publish(String id, @Nullable String ifMatch) {
        TestDraft draft =
                tests.draftForChange(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("test", id)));
        if (ifMatch != null) {
            ETags.require(ifMatch, draft.revision());
        }
        TestDraft published = draft.published();
        tests.change(published);
        PublishedTest version = new PublishedTest(
                id,
                published.latestVersion(),
                draft.definition(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        versions.publish(version);
        return version;
    }
}
