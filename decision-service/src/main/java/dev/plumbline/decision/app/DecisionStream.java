package dev.plumbline.decision.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decisions topic as a reader from outside sees it: resumed from any position, on any instance. */
public interface DecisionStream {

    /**
     * Begins to read.
     *
     * @param position where an earlier reader stopped; null for what comes from now on
     * @throws dev.plumbline.kit.problem.ProblemException 422 where this is no position, 429 where there are too many
     *     readers
     */
    Reader open(@Nullable String position);

    /** One reader; used by one thread at a time. */
    interface Reader extends AutoCloseable {

        /** Where this reader stands: the offset of every partition of the topic. */
        String position();

        /** The next events; none where none came for a while, or the reader is closed. */
        List<PublishedEvent> next();

        /** Ends the reading, also where another thread waits in {@link #next}. */
        @Override
        void close();
    }

    /**
     * An event of the topic.
     *
     * @param type the CloudEvent's {@code type}
     * @param data its JSON
     * @param position where the stream goes on after it
     */
    record PublishedEvent(String type, String data, String position) {}
}
