package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.events.ApplicationErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Erases what this service knows of a person, and tells the others to erase what people wrote about them. The application,
 * its scores and its decision stay, about nobody.
 */
@ApplicationScoped
public class EraseCandidate {
    private final ChangeApplication change;
    private final Applications applications;
    private final Timestamps timestamps;

    EraseCandidate(ChangeApplication change, Applications applications, Timestamps timestamps) {
        this.change = change;
        this.applications = applications;
        this.timestamps = timestamps;
    }

    /** Erases the candidate of an application; nothing happens where that was done before. */
    @Transactional
    public void erase(UUID id) {
        Application application = change.lock(id);
        if (application.candidateErasedAt() == null) {
            applications.eraseCandidate(id);
            change.change(application.erased(timestamps.now()), ApplicationErased::of);
        }
    }
}
