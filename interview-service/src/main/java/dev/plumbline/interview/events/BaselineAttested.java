package dev.plumbline.interview.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a baseline. Identity: application, gate and rater.
 *
 * @param applicationId whose application
 * @param gate the id of the rubric's ATTESTATION gate
 * @param rater the user id of whose word it is
 * @param revision at least 1, strictly increasing
 * @param met whether the baseline is met; with {@code retracted} what was said last
 * @param retracted true where the word is taken back; otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BaselineAttested(
        UUID applicationId,
        String gate,
        String rater,
        int revision,
        boolean met,
        @Nullable Boolean retracted) {
    /** The CloudEvent's type. */
    public static final String TYPE = "dev.plumbline.interview.baseline-attested.v1";
}
