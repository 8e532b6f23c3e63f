package dev.plumbline.job.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ApplicationStatus;
import dev.plumbline.job.domain.Candidate;
import dev.plumbline.job.domain.ScreeningAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application, without the person. */
record ApplicationResponse(
        UUID id,
        UUID jobId,
        String externalId,

        @Schema(description = "the job's version when it was submitted")
        int rubricVersion,

        ApplicationStatus status,

        @Schema(description = "grows with every change; the entity tag")
        long revision,

        List<ScreeningAnswer> screening,
        Instant submittedAt,
        Instant updatedAt,

        @Schema(description = "when the person's data was erased") @Nullable Instant candidateErasedAt) {

    static ApplicationResponse of(Application application) {
        return new ApplicationResponse(
                application.id(),
                application.jobId(),
                application.externalId(),
                application.rubricVersion(),
                application.status(),
                application.revision(),
                application.screening(),
                application.submittedAt(),
                application.updatedAt(),
                application.candidateErasedAt());
    }

    /** An application and the person behind it. */
    record WithCandidate(
            @JsonUnwrapped ApplicationResponse application,

            @Schema(description = "null where erased") @Nullable Candidate candidate) {}
}
