package dev.plumbline.kit.rebuild;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service keeps of the subjects of events, as a rebuild looks at it. A service without such a bean takes its topics
 * once more all the same, but nobody can say what came of it.
 */
public interface KeptSubjects {

    /**
     * A text for each of these that is another one as soon as anything else is kept of it; none for a subject of which
     * nothing is. In the current transaction, which holds them: see {@link
     * dev.plumbline.kit.inbox.TopicConsumer#hold}.
     */
    Map<UUID, String> marks(SortedSet<UUID> subjects);

    /**
     * Compares, in the current transaction, what follows from what is kept of each subject with what is said of it, and
     * puts that right.
     *
     * @param after the last one compared, in the order of ids; null to begin
     */
    Comparison compareNext(@Nullable UUID after);

    /**
     * What came of comparing some of them.
     *
     * @param last the last one compared; null where there was none left
     * @param isPostponed whether nothing could be compared yet, because other work has to be done first
     */
    record Comparison(@Nullable UUID last, int compared, List<Difference> differences, boolean isPostponed) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }
}
