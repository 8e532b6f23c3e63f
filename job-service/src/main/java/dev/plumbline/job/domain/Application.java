package dev.plumbline.job.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application to a job, without the person.
 *
 * @param externalId the sender's own id, unique within the job; travels on topics, so never a name or an address
 * @param rubricVersion the job's version when it was submitted
 * @param revision from 1, grows with every change; it orders the application's events and is its entity tag
 * @param candidateErasedAt when the person's data was erased, null while it is kept
 */
public record Application(
        UUID id,
        UUID jobId,
        String externalId,
        int rubricVersion,
        ApplicationStatus status,
        long revision,
        List<ScreeningAnswer> screening,
        Instant submittedAt,
        Instant updatedAt,
        @Nullable Instant candidateErasedAt) {
    public Application {
        screening = List.copyOf(screening);
        if (revision < 1 || rubricVersion < 1) {
            throw new IllegalArgumentException("impossible state of application " + id);
        }
    }

    /** A new application, before any screening is known. */
    public static Application submitted(UUID id, UUID jobId, String externalId, int rubricVersion, Instant now) {
        return new Application(
                id, jobId, externalId, rubricVersion, ApplicationStatus.SUBMITTED, 1, List.of(), now, now, null);
    }

    /** The application after the candidate took it back. */
    public Application withdrawn(Instant now) {
        return changed(ApplicationStatus.WITHDRAWN, screening, now, candidateErasedAt);
    }

    /** The application after the withdrawal was taken back. */
    public Application reinstated(Instant now) {
        return changed(ApplicationStatus.SUBMITTED, screening, now, candidateErasedAt);
    }

    /** The application with these answers in place of all former ones. */
    public Application screened(List<ScreeningAnswer> answers, Instant now) {
        return changed(status, answers, now, candidateErasedAt);
    }

    /** The application after the person's data was erased. */
    public Application erased(Instant now) {
        return changed(status, screening, now, now);
    }

    private Application changed(
            ApplicationStatus newStatus, List<ScreeningAnswer> answers, Instant now, @Nullable Instant erasedAt) {
        return new Application(
                id, jobId, externalId, rubricVersion, newStatus, revision + 1, answers, submittedAt, now, erasedAt);
    }
}
