package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Starts a test as a draft. */
@ApplicationScoped
public class CreateTest {

    private final Tests tests;
    private final Clock clock;

    CreateTest(Tests tests, Clock clock) {
        this.tests = tests;
        this.clock = clock;
    }

    /**
     * @param id absent for one made here
     * @throws ProblemException {@link AssessmentError.TestExists}
     */
    @Transactional
    public TestDraft create(@Nullable String id, TestDefinition definition) {
        String chosen = id == null ? Ids.next().toString() : id;
        TestDraft draft = new TestDraft(chosen, 1, 0, definition, clock.instant());
        if (!tests.add(draft)) {
            throw new ProblemException(new AssessmentError.TestExists(chosen));
        }
        return draft;
    }
}
