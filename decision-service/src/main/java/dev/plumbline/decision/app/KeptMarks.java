package dev.plumbline.decision.app;

import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** What is kept of applications and jobs, as one short text for each. */
public interface KeptMarks {

    /**
     * For each of these applications and jobs a text that is another one as soon as any fact, verdict or rubric of it is; none
     * for one of which nothing is kept.
     */
    Map<UUID, String> of(SortedSet<UUID> ids);
}
