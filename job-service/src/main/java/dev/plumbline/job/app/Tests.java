package dev.plumbline.job.app;

import dev.plumbline.job.domain.TestReference;
import dev.plumbline.job.domain.TestVersion;
import java.util.Optional;

/** The published tests that have been heard of. */
public interface Tests {
    Optional<TestVersion> find(TestReference reference);

    /** Keeps what is known of a test, unless the same or a higher revision is known. */
    void keep(TestVersion test);
}
