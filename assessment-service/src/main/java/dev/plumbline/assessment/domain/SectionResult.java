package dev.plumbline.assessment.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current result of one section of one application, wherever it came from: the last write wins.
 *
 * @param revision strictly increasing per application and section
 * @param session the session that it was scored from; absent when it came from another system
 * @param retracted taken back: the figures are only what was last said
 */
public record SectionResult(
        UUID applicationId,
        String section,
        long revision,
        Figures figures,
        @Nullable Questions questions,
        @Nullable UUID session,
        boolean retracted,
        Instant recordedAt) {

    public enum Source {
        SESSION,
        EXTERNAL
    }

    public Source source() {
        return session == null ? Source.EXTERNAL : Source.SESSION;
    }

    /** Whether it says the same, whatever its revision. */
    public boolean saysTheSameAs(SectionResult other) {
        return figures.equals(other.figures)
                && Objects.equals(questions, other.questions)
                && Objects.equals(session, other.session)
                && retracted == other.retracted;
    }
}
