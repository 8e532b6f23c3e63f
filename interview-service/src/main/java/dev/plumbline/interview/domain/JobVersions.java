package dev.plumbline.interview.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All published versions of one job that are known here. */
public record JobVersions(List<JobVersion> versions) {
    public JobVersions {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(JobVersion::version).reversed())
                .toList();
    }

    /**
     * The version an application is judged under (decision semantics, section 8): the stamped one, or a newer one that
     * was published for all open applications, unless the application is withdrawn. Empty while it is not known here.
     */
    public Optional<JobVersion> effectiveFor(Application application) {
        int effective = versions.stream()
                .filter(v -> v.appliesToAllOpen() && !application.withdrawn())
                .mapToInt(JobVersion::version)
                .reduce(application.rubricVersion(), Math::max);
        return versions.stream().filter(v -> v.version() == effective).findFirst();
    }

    /** The wording of a question: from this version or, where it was dropped since, from the newest before that has it. */
    public InterviewQuestion question(String id, JobVersion upTo) {
        return versions.stream()
                .filter(v -> v.version() <= upTo.version())
                .flatMap(v -> v.question(id).stream())
                .findFirst()
                .orElseGet(() -> InterviewQuestion.named(id, id));
    }
}
