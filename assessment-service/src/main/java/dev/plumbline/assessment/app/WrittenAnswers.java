package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.MarksChange;
import dev.plumbline.assessment.domain.WrittenAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where written answers to be rated, and their marks, are kept. */
public interface WrittenAnswers {

    /** @param ratersNeeded how many people must rate it */
    void add(WrittenAnswer answer, int ratersNeeded);

    Optional<UUID> applicationOf(UUID id);

    Optional<WrittenAnswer> writtenAnswer(UUID id);

    List<WrittenAnswer> ofSession(UUID session);

    /** Replaces the rater's earlier marks. */
    void putMarks(UUID id, Marks marks, Instant now);

    /** Keeps what was changed. */
    void addChange(UUID id, MarksChange change);

    /** The changes of marks in a session, oldest first, by written answer. */
    Map<UUID, List<MarksChange>> changesOf(UUID session);

    /**
     * By id: those that still need a rater, are not erased, are what their section's result counts, and are not rated by
     * this person.
     */
    List<WrittenAnswer> waitingFor(String person, @Nullable UUID after, int most);

    /** By id: those that this person has rated. */
    List<WrittenAnswer> ratedBy(String person, @Nullable UUID after, int most);
}
