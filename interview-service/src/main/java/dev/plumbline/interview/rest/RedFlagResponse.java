package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.domain.RedFlagCategory;
import dev.plumbline.interview.domain.RedFlagState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red flag with the words about it. */
@Schema(requiredProperties = {"id", "applicationId", "category", "state", "raisedBy", "raisedAt", "note", "rulings"})
record RedFlagResponse(
        UUID id,
        UUID applicationId,
        RedFlagCategory category,
        RedFlagState state,
        String raisedBy,
        Instant raisedAt,
        @Schema(nullable = true) @Nullable String note,
        List<RulingResponse> rulings) {

    /** A hiring manager's ruling. */
    @Schema(requiredProperties = {"state", "by", "reason", "at"})
    record RulingResponse(
            RedFlagState state,
            String by,
            @Schema(nullable = true) @Nullable String reason,
            Instant at) {}

    /** A flag just raised, without its note: an answer that is kept for a day to be repeated holds no word of a person. */
    @Schema(requiredProperties = {"id", "applicationId", "category", "state", "raisedBy", "raisedAt"})
    record RaisedResponse(
            UUID id,
            UUID applicationId,
            RedFlagCategory category,
            RedFlagState state,
            String raisedBy,
            Instant raisedAt) {
        static RaisedResponse of(Raised raised) {
            return new RaisedResponse(
                    raised.flag().id(),
                    raised.flag().applicationId(),
                    raised.flag().category(),
                    raised.flag().state(),
                    raised.flag().raisedBy(),
                    raised.at());
        }
    }

    static RedFlagResponse of(Raised raised) {
        return new RedFlagResponse(
                raised.flag().id(),
                raised.flag().applicationId(),
                raised.flag().category(),
                raised.flag().state(),
                raised.flag().raisedBy(),
                raised.at(),
                raised.note(),
                raised.rulings().stream()
                        .map(r -> new RulingResponse(r.state(), r.by(), r.reason(), r.at()))
                        .toList());
    }
}
