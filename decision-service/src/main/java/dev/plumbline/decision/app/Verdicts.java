package dev.plumbline.decision.app;

import java.util.Optional;
import java.util.UUID;

/** People's verdicts, every revision of them. */
public interface Verdicts {

    /** The latest verdict on an application. */
    Optional<Verdict> latest(UUID applicationId);

    /** Whether this revision of an application's verdict is there. */
    boolean has(UUID applicationId, long revision);

    /**
     * Stores a verdict, without its reason where the person's data was erased; gives back what is stored. The transaction
     * holds the application's row.
     */
    Verdict add(Verdict verdict);

    /** Whether a verdict, here or not, is marked stale. */
    boolean isStale(UUID applicationId, long revision);

    /** Marks a verdict stale since a decision; does nothing where it is marked. The verdict itself may come later. */
    void markStale(UUID applicationId, long revision, int sinceNumber);

    /**
     * Deletes the reasons of all verdicts on an application, those to come included, and keeps the verdicts. The transaction
     * holds the application's row.
     */
    void forgetReasons(UUID applicationId);
}
