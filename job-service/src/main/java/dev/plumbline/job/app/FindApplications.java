package dev.plumbline.job.app;

import dev.plumbline.job.app.Applications.Filter;
import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads applications. */
@ApplicationScoped
public class FindApplications {
    private final Applications applications;

    FindApplications(Applications applications) {
        this.applications = applications;
    }

    /**
     * An application and the person behind it.
     *
     * @param candidate null where erased
     */
    public record Found(Application application, @Nullable Candidate candidate) {}

    @Transactional
    public Found application(UUID id) {
        Application application = applications.find(id).orElseThrow(() -> Refusals.noApplication(id));
        return new Found(application, applications.candidate(id).orElse(null));
    }

    /** Applications in the order they were made in, without the people; see {@link Applications#list}. */
    @Transactional
    public List<Application> list(Filter filter, @Nullable UUID after, int most) {
        return applications.list(filter, after, most);
    }
}
