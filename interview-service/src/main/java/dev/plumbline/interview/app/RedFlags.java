package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.interview.domain.Ruling;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store of red flags and the rulings on them. */
public interface RedFlags {
    /** The application a flag is about, if there is such a flag. Reads no state that a lock should guard. */
    Optional<UUID> applicationOf(UUID flag);

    /** A flag with its rulings. */
    Optional<Raised> find(UUID flag);

    /**
     * An application's flags, oldest first.
     *
     * @param raisedBy only this person's; null for all
     * @param after only those after this one; null to begin
     * @param limit how many at most
     */
    List<Raised> page(UUID application, @Nullable String raisedBy, @Nullable UUID after, int limit);

    /** Stores a new one. */
    void add(RedFlag flag, @Nullable String note, Instant at);

    /** Stores a flag's next state with the ruling that brought it there. */
    void rule(RedFlag flag, Ruling ruling);

    /** Deletes every word anyone wrote about the application's candidate here; flags and rulings stay. */
    void eraseWords(UUID application);

    /** There is no such flag, or it is not for the caller to know of. */
    static Supplier<ProblemException> noFlag(UUID id) {
        return () -> new ProblemException(new KitError.NotFound("red flag", id.toString()));
    }

    /**
     * A flag with all that is stored of it.
     *
     * @param flag the flag
     * @param note the words of who raised it; null for none, or once the candidate's data was erased
     * @param at when it was raised
     * @param rulings what hiring managers ruled, oldest first
     */
    record Raised(RedFlag flag, @Nullable String note, Instant at, List<Ruling> rulings) {
        public Raised {
            rulings = List.copyOf(rulings);
        }
    }
}
