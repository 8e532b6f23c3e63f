package dev.plumbline.job.rest;

import dev.plumbline.job.app.SubmitApplication.Submission;
import dev.plumbline.job.domain.Candidate;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.kit.ids.ChosenIds;
import dev.plumbline.kit.rest.ChosenId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent about applications. */
final class ApplicationRequests {
    private ApplicationRequests() {}

    /** Someone applies. */
    record SubmitRequest(
            @Schema(description = "the sender's own id, unique within the job; it is published, so no name, no address")
            @NotNull @Pattern(
                    regexp = "^[A-Za-z0-9][A-Za-z0-9._:/+=|#-]{0,199}$",
                    message = "must be 1 to 200 letters, digits or . _ : / + = | # -, and is no e-mail address")
            String externalId,

            @NotNull CandidateRequest candidate,
            @Nullable @Size(max = JobParts.ITEMS) List<ScreeningAnswerRequest> screening) {
        Submission toDomain() {
            return new Submission(
                    externalId,
                    new Candidate(candidate.name(), candidate.email()),
                    JobParts.orNone(JobParts.mapped(screening, ScreeningAnswerRequest::toDomain)));
        }
    }

    /** Who applies. */
    record CandidateRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email) {
        @Override
        public String toString() {
            return "CandidateRequest[...]";
        }
    }

    /** What is known of one criterion. */
    record ScreeningAnswerRequest(
            @Schema(description = JobParts.ANSWERED, minLength = 1, maxLength = ChosenIds.LONGEST) @NotNull @ChosenId
            String criterion,

            @Schema(description = "null where it is not known") @Nullable Boolean met) {
        ScreeningAnswer toDomain() {
            return new ScreeningAnswer(criterion, met);
        }
    }

    /** All that is known of the screening. */
    record ScreeningRequest(
            @NotNull @Size(max = JobParts.ITEMS) List<ScreeningAnswerRequest> screening) {
        List<ScreeningAnswer> toDomain() {
            return screening.stream().map(ScreeningAnswerRequest::toDomain).toList();
        }
    }
}
