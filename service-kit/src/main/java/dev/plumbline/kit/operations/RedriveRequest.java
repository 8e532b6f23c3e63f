package dev.plumbline.kit.operations;

import dev.plumbline.kit.inbox.DeadLetter.Filter;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Which of the dead letters that wait are to be redriven.
 *
 * @param topic that they came from
 * @param partition of the topic; null for all
 * @param fromOffset the lowest, inclusive; null for the first
 * @param toOffset the highest, inclusive; null for the last
 */
record RedriveRequest(
        @NotBlank String topic,
        @Min(0) @Nullable Integer partition,
        @Min(0) @Nullable Long fromOffset,
        @Min(0) @Nullable Long toOffset) {

    Filter toFilter() {
        return new Filter(null, topic, partition, fromOffset, toOffset);
    }
}
