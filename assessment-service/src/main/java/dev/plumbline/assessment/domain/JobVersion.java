package dev.plumbline.assessment.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service uses of one published version of a job.
 *
 * @param revision of this version's state; the highest one heard of counts
 * @param forAllOpen whether it applies to all open applications, not to new ones only
 * @param test the version of the test that it pins, if any
 * @param countedSections sections of which a gate counts the right answers (MIN_RIGHT)
 */
public record JobVersion(
        UUID jobId,
        int version,
        long revision,
        boolean forAllOpen,
        @Nullable TestReference test,
        Set<String> countedSections) {

    public JobVersion {
        countedSections = Set.copyOf(countedSections);
    }
}
