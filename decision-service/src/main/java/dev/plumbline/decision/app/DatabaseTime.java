package dev.plumbline.decision.app;

import java.time.Instant;

/** The clock that all instances have in common. */
public interface DatabaseTime {

    /** What the database takes for the time now. */
    Instant now();
}
