package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.domain.RedFlagCategory;
import dev.plumbline.interview.domain.RedFlagState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A red flag with the words about it. */
record RedFlagResponse(
        UUID id,
        UUID applicationId,
        RedFlagCategory category,
        RedFlagState state,
        String raisedBy,
        Instant raisedAt,
        @Nullable String note,
        List<RulingResponse> rulings) {

    /** A hiring manager's ruling. */
    record RulingResponse(
            RedFlagState state, String by, @Nullable String reason, Instant at) {}

    /** A flag just raised, without its note: an answer that is kept for a day to be repeated holds no word of a person. */
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
