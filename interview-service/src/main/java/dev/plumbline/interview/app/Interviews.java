package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.QuestionPanel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of interviews, of the panels that follow from them and of the forms handed in. */
public interface Interviews {
    /** The application an interview is about, if there is such an interview. Reads no state that a lock should guard. */
    Optional<UUID> applicationOf(UUID interview);

    /** The interview. */
    Optional<Interview> find(UUID interview);

    /** All of an application's, oldest first. */
    List<Interview> of(UUID application);

    /** Stores a new one or the next version of one. */
    void save(Interview interview);

    /**
     * An application's interviews, oldest first.
     *
     * @param person only those with this person on the panel; null for all
     * @param after only those after this one; null to begin
     * @param limit how many at most
     */
    List<Interview> page(UUID application, @Nullable String person, @Nullable UUID after, int limit);

    /** The interviews with this person on the panel, by start. */
    List<Interview> pageOf(String person, Position after, int limit);

    /** The panels of an application's questions as they were last published. */
    List<QuestionPanel> panelsOf(UUID application);

    /** Stores panels that changed. */
    void savePanels(UUID application, Collection<QuestionPanel> changed);

    /** Who handed in the form of which of these interviews. */
    Map<UUID, Set<String>> submissions(Collection<UUID> interviews);

    /** Stores that a form was handed in. */
    void submit(UUID interview, String rater, Instant at);

    /** Where a list by start goes on: after the interview with this start and id. */
    record Position(Instant startsAt, UUID id) {}
}
