package dev.plumbline.decision.app;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rubric versions that still have to reach applications, kept so that a restart goes on where it stopped. */
public interface FanOuts {

    /**
     * A version on its way.
     *
     * @param lastDone the last application that it has reached, in the order of ids; null before the first
     */
    record FanOut(
            long id,
            UUID jobId,
            int version,
            boolean onlyWaiting,
            @Nullable UUID lastDone) {}

    /** Notes that a version has to reach applications. */
    void start(UUID jobId, int version, boolean onlyWaiting);

    /** The oldest one that nobody works on; nobody else gets it until the transaction ends. */
    Optional<FanOut> next();

    /** Whether any version has not reached all yet that it has to. */
    boolean isAnyOpen();

    /** Notes how far one has come. */
    void advance(FanOut fanOut, UUID lastDone, int decided);

    /** Notes that one is done. */
    void finish(FanOut fanOut);
}
