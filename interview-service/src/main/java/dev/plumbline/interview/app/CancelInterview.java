package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.kit.rest.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls an interview off. */
@ApplicationScoped
public class CancelInterview {
    private final ApplicationFiles files;
    private final Panels panels;
    private final Clock clock;

    CancelInterview(ApplicationFiles files, Panels panels, Clock clock) {
        this.files = files;
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * Calls it off. Ratings that were given stay; nothing is owed for it any more.
     *
     * @param ifMatch the entity tag of the state that is called off; null for whatever it is now
     */
    @Transactional
    public Interview cancel(UUID id, @Nullable String ifMatch) {
        // Also where the candidate was erased: an invitation that stands must be possible to take back.
        files.locked(panels.applicationOf(id));
        Interview interview = panels.current(id);
        if (ifMatch != null) {
            ETags.require(ifMatch, interview.version());
        }
        Panels.requireScheduled(interview);
        Interview cancelled = interview.cancelled(Timestamps.now(clock));
        panels.store(cancelled);
        return cancelled;
    }
}
