package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.Application;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications of a job, read by the chunk and not locked. */
public interface PastApplications {
    /**
     * How many there are.
     *
     * @param most where the counting ends
     */
    long count(UUID job, long most);

    /**
     * Some of them, in the order of their ids.
     *
     * @param after the last one seen; null to begin
     */
    List<Application> chunk(UUID job, @Nullable UUID after, int most);
}
