package dev.plumbline.assessment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of an application. A row exists from the first fact about it on, which may be a section's
 * result or its erasure.
 *
 * @param lifecycle absent until the application itself was heard of
 * @param erased the person's data is to be kept no longer
 */
public record Application(UUID id, @Nullable Lifecycle lifecycle, boolean erased) {

    /**
     * The whole state of the application's lifecycle.
     *
     * @param revision of that state; the highest one heard of counts
     * @param rubricVersion the one stamped when it was submitted
     */
    public record Lifecycle(long revision, UUID jobId, int rubricVersion, boolean withdrawn) {}
}
