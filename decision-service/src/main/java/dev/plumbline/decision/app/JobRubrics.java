package dev.plumbline.decision.app;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The published rubric versions of one job, as they stand in the current transaction. */
public interface JobRubrics {

    /** The newest version that was published for all open applications. */
    OptionalInt newestForAllOpen();

    /** A version; null where it has not been heard of. */
    @Nullable RubricVersion version(int version);
}
