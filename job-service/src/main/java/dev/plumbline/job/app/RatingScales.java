package dev.plumbline.job.app;

import dev.plumbline.job.domain.AppliesTo;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.RatingScale;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Watches that ratings are always read on the scale they were given on (decision semantics, section 8): a version for all
 * open applications keeps the scale of every version that one of them is decided under.
 */
@ApplicationScoped
class RatingScales {
    private final JobVersions versions;
    private final Applications applications;
    private final Rubrics rubrics;

    RatingScales(JobVersions versions, Applications applications, Rubrics rubrics) {
        this.versions = versions;
        this.applications = applications;
        this.rubrics = rubrics;
    }

    /** @throws ProblemException 409 where a version in use, or the newest one, has another scale */
    void refuseChange(UUID jobId, RatingScale scale) {
        List<JobVersion> published = versions.of(jobId);
        SortedSet<Integer> used = used(jobId, published);
        for (JobVersion version : published) {
            if (used.contains(version.version()) && !scale.equals(scaleOf(version))) {
                throw new ProblemException(new JobError.RatingScaleChanged(version.version()));
            }
        }
    }

    /** The newest version, because the next applicant gets it stamped on, and the effective ones of all applications. */
    private SortedSet<Integer> used(UUID jobId, List<JobVersion> published) {
        SortedSet<Integer> used = new TreeSet<>();
        if (published.isEmpty()) {
            return used;
        }
        int forAll = published.stream()
                .filter(version -> version.appliesTo() == AppliesTo.ALL_OPEN_APPLICATIONS)
                .mapToInt(JobVersion::version)
                .max()
                .orElse(0);
        used.add(published.getLast().version());
        applications.stampedVersions(jobId).forEach(stamped -> used.add(Math.max(stamped, forAll)));
        return used;
    }

    private RatingScale scaleOf(JobVersion version) {
        return switch (rubrics.read(version.plan().rubric())) {
            case Rubrics.Reading.Valid valid -> valid.outline().ratingScale();
            case Rubrics.Reading.Invalid invalid ->
                throw new IllegalStateException("A published rubric is not valid: " + invalid.findings());
        };
    }
}
