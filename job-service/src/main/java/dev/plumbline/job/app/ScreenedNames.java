package dev.plumbline.job.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.job.domain.RubricOutline.Use;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The names that the criteria and gates of published versions have. A version never changes, and may be long: it is read
 * once, and no other one beside it, however many a job has and however often someone asks.
 */
@ApplicationScoped
class ScreenedNames {
    /** Of all versions that are kept, together: some megabytes. */
    private static final int MOST_NAMES = 50_000;

    private final JobVersions versions;
    private final Rubrics rubrics;
    private final Cache<Version, Set<String>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_NAMES)
            .<Version, Set<String>>weigher((version, names) -> names.size() + 1)
            .build();

    ScreenedNames(JobVersions versions, Rubrics rubrics) {
        this.versions = versions;
        this.rubrics = rubrics;
    }

    private record Version(UUID jobId, int number) {}

    /** Those of all versions of a job; none where there is no such job. */
    Set<String> of(UUID jobId) {
        Set<String> all = new TreeSet<>();
        for (int number : versions.numbers(jobId)) {
            all.addAll(of(new Version(jobId, number)));
        }
        return all;
    }

    private Set<String> of(Version version) {
        Set<String> names = known.getIfPresent(version);
        if (names == null) {
            // Not within the cache: nobody else is to wait for the database.
            names = versions.plan(version.jobId(), version.number())
                    .map(this::namesIn)
                    .orElse(Set.of());
            known.put(version, names);
        }
        return names;
    }

    private Set<String> namesIn(SelectionPlan plan) {
        Set<String> names = new TreeSet<>();
        plan.screeningCriteria().stream().map(ScreeningCriterion::id).forEach(names::add);
        if (rubrics.read(plan.rubric()) instanceof Rubrics.Reading.Valid valid) {
            valid.outline().screened().stream().map(Use::name).forEach(names::add);
        }
        return Set.copyOf(names);
    }
}
