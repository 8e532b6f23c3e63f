package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Plan;
import dev.plumbline.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Sets an interview up. */
@ApplicationScoped
public class ScheduleInterview {
    private final ApplicationFiles files;
    private final Panels panels;
    private final Clock clock;

    ScheduleInterview(ApplicationFiles files, Panels panels, Clock clock) {
        this.files = files;
        this.panels = panels;
        this.clock = clock;
    }

    /** Sets it up, with questions of the version the application is judged under. */
    @Transactional
    public Interview schedule(UUID applicationId, Plan plan) {
        Application application = files.toWrite(applicationId);
        Panels.requireNotWithdrawn(application);
        panels.requireInRubric(plan, application, question -> false);
        panels.requireUnswayed(applicationId, plan);
        Interview interview = Interview.scheduled(Ids.next(), applicationId, plan, Timestamps.now(clock));
        panels.store(interview);
        return interview;
    }
}
