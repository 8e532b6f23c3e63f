package dev.plumbline.interview.app;

import dev.plumbline.interview.app.Applications.LifecycleFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over that an application was submitted, withdrawn or reinstated. */
@ApplicationScoped
public class RecordLifecycle {
    private final Applications applications;

    RecordLifecycle(Applications applications) {
        this.applications = applications;
    }

    /** Takes it over; in any order, any number of times. */
    @Transactional
    public void record(LifecycleFact fact) {
        applications.record(fact);
    }
}
