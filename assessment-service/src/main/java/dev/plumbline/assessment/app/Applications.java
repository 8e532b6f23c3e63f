package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Application;
import java.util.Optional;
import java.util.UUID;

/**
 * Where applications are kept. Their rows are the locks: whatever changes something that belongs to an application
 * holds its row first, so that its events leave in the order of their commits.
 */
public interface Applications {

    /** Holds the application's row until the transaction ends; adds one if nothing was heard of it before. */
    Application hold(UUID id);

    /** The same, unless another transaction holds it just now. */
    Optional<Application> holdIfFree(UUID id);

    Optional<Application> application(UUID id);

    void change(Application application);
}
