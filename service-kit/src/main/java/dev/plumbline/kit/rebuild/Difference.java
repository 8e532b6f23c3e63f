package dev.plumbline.kit.rebuild;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was not as it should have been. */
public record Difference(UUID subject, Kind kind) {
    /** In which way. */
    @Schema(name = "DifferenceKind")
    public enum Kind {
        /** A record changed what is kept of it, though it had been taken before: that is put right. */
        FACTS,
        /** Something else follows from what is kept than was said last: that is put right. */
        RESULT,
        /** What was said last is not in the history as it was said. The history is never changed. */
        HISTORY
    }
}
