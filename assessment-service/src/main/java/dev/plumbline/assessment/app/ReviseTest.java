package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Replaces a test's draft; published versions stay as they are. */
@ApplicationScoped
public class ReviseTest {

    private final Tests tests;
    private final Clock clock;

    ReviseTest(Tests tests, Clock clock) {
        this.tests = tests;
        this.clock = clock;
    }

    /** @throws ProblemException 404; 428 or 412 unless {@code ifMatch} is the draft's present ETag */
    @Transactional
    public TestDraft revise(String id, @Nullable String ifMatch, TestDefinition definition) {
        TestDraft draft =
                tests.draftForChange(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("test", id)));
        ETags.require(ifMatch, draft.revision());
        TestDraft revised = draft.revised(definition, clock.instant());
        tests.change(revised);
        return revised;
    }
}
