package dev.plumbline.job.app;

import dev.plumbline.job.domain.TestVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembers the sections of a published test, so that a rubric can be checked against them. */
@ApplicationScoped
public class RecordTestPublished {
    private final Tests tests;

    RecordTestPublished(Tests tests) {
        this.tests = tests;
    }

    /** Keeps the newest of what was told of a test version, in any order and however often it is told. */
    public void record(TestVersion test) {
        tests.keep(test);
    }
}
