package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.job.events.ApplicationScreened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Records what is known of an application's screening. */
@ApplicationScoped
public class RecordScreening {
    private final ChangeApplication change;
    private final Timestamps timestamps;
    private final ScreeningNames names;

    RecordScreening(ChangeApplication change, Timestamps timestamps, ScreeningNames names) {
        this.change = change;
        this.timestamps = timestamps;
        this.names = names;
    }

    /** Puts these answers in place of all former ones; where they are the same, nothing changes and nothing is told. */
    @Transactional
    public Application record(UUID id, List<ScreeningAnswer> answers, Precondition precondition) {
        Refusals.refuseIfAny(ScreeningAnswer.findings(answers));
        Application application = change.lock(id);
        precondition.check(application.revision());
        if (new HashSet<>(answers).equals(new HashSet<>(application.screening()))) {
            return application;
        }
        Refusals.refuseIfAny(names.findings(application.jobId(), answers));
        return change.change(application.screened(answers, timestamps.now()), ApplicationScreened::of);
    }
}
