package dev.plumbline.kit.operations;

import dev.plumbline.kit.inbox.DeadLetter;
import dev.plumbline.kit.inbox.DeadLetter.Status;
import dev.plumbline.kit.rest.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of redriving several dead letters.
 *
 * @param redriven how many were taken
 * @param refused those that wait still, each with its reason
 * @param next the cursor to go on behind those that were tried; null where these were all
 */
record RedriveResponse(
        int redriven,
        List<DeadLetterResponse> refused,
        @Nullable String next) {

    static RedriveResponse of(Page<DeadLetter> tried) {
        List<DeadLetterResponse> refused = tried.items().stream()
                .filter(letter -> letter.status() == Status.WAITING)
                .map(DeadLetterResponse::of)
                .toList();
        return new RedriveResponse(tried.items().size() - refused.size(), refused, tried.next());
    }
}
