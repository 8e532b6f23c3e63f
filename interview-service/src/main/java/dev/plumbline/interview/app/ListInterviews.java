package dev.plumbline.interview.app;

import dev.plumbline.interview.app.Interviews.Position;
import dev.plumbline.interview.domain.Interview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the interviews that exist for a person. */
@ApplicationScoped
public class ListInterviews {
    /** Before every interview with the same start. */
    private static final UUID LOWEST = new UUID(0, 0);

    private final ApplicationFiles files;
    private final Interviews interviews;

    ListInterviews(ApplicationFiles files, Interviews interviews) {
        this.files = files;
        this.interviews = interviews;
    }

    /** An application's interviews that exist for the person, oldest first. */
    @Transactional
    public List<Interview> ofApplication(
            UUID application, String person, boolean readsAll, @Nullable UUID after, int limit) {
        files.toRead(application);
        return interviews.page(application, readsAll ? null : person, after, limit);
    }

    /** The interviews with this person on the panel, by start, from {@code from} on. */
    @Transactional
    public List<Interview> ownFrom(String person, Instant from, int limit) {
        return interviews.pageOf(person, new Position(from, LOWEST), limit);
    }

    /** The interviews with this person on the panel, by start, after a position. */
    @Transactional
    public List<Interview> ownAfter(String person, Position after, int limit) {
        return interviews.pageOf(person, after, limit);
    }
}
