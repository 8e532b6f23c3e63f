package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where sessions are kept. */
public interface Sessions {

    void add(Session session);

    void change(Session session);

    Optional<Session> session(UUID id);

    /** Whose session it is, without reading the session itself, so that it can be read once the row is held. */
    Optional<UUID> applicationOf(UUID session);

    /** Whether it is open and its time over; like {@link #applicationOf}. */
    boolean isOverdue(UUID session, Instant now);

    /** Whether the application has one that {@link #isOverdue}. */
    boolean hasOverdue(UUID applicationId, Instant now);

    /** Which secret of it is the valid one; like {@link #applicationOf}. */
    Optional<Integer> generationOf(UUID session);

    /** Oldest first. */
    List<Session> ofApplication(UUID applicationId);

    /** Open ones whose time is over, the longest overdue first. */
    List<UUID> overdue(Instant now, int most);
}
