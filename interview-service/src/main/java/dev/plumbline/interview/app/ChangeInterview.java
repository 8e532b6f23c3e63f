package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Plan;
import dev.plumbline.kit.rest.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves an interview, or exchanges panel members or questions. */
@ApplicationScoped
public class ChangeInterview {
    private final ApplicationFiles files;
    private final Panels panels;
    private final Clock clock;

    ChangeInterview(ApplicationFiles files, Panels panels, Clock clock) {
        this.files = files;
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * Gives it another plan. Ratings that were given stay; what is owed follows the plan.
     *
     * @param ifMatch the entity tag of the state that is changed
     */
    @Transactional
    public Interview change(UUID id, @Nullable String ifMatch, Plan plan) {
        Application application = files.toWrite(panels.applicationOf(id));
        Interview interview = panels.current(id);
        ETags.require(ifMatch, interview.version());
        Panels.requireScheduled(interview);
        if (!plan.schedule().equals(interview.plan().schedule())) {
            Panels.requireNotWithdrawn(application);
        }
        panels.requireInRubric(plan, application, interview::asks);
        if (plan.equals(interview.plan())) {
            return interview;
        }
        panels.requireUnswayed(application.id(), plan);
        Interview changed = interview.replanned(plan, Timestamps.now(clock));
        panels.store(changed);
        return changed;
    }
}
