package dev.plumbline.decision.app.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decisions topic as a reader from outside sees it: resumed from any position, on any instance. */
public interface DecisionStream {

    /**
     * Begins to read.
     *
     * @param person who reads: nobody takes more than half of the places
     * @param position where an earlier reader stopped, on whatever instance; null for what comes from now on
     * @param wanted which events; the position moves on over the others too
     * @throws dev.plumbline.kit.problem.ProblemException 422 where this is no position, 410 where the topic no longer has
     *     what comes behind it, 429 where there are too many readers, 503 where too many of them catch up or the topic
     *     cannot be reached
     */
    Reader open(String person, @Nullable String position, Predicate<TopicEvent> wanted);

    /** One reader; used by one thread at a time. */
    interface Reader extends AutoCloseable {

        /** Where this reader stands: the offset of every partition of the topic. */
        String position();

        /**
         * The next events: some hundred at most, and a bounded number of bytes; none where none came within this time.
         *
         * @throws BrokenOff where the reader has fallen behind, or the topic cannot be read on
         */
        List<PublishedEvent> next(Duration patience);

        @Override
        void close();
    }

    /**
     * An event of the topic.
     *
     * @param application whom it is about; empty where the record has no key
     * @param type the CloudEvent's {@code type}
     * @param data its JSON in UTF-8; nobody changes it
     */
    record TopicEvent(String application, String type, byte[] data) {}

    /**
     * An event for a reader.
     *
     * @param position where the stream goes on after it
     */
    record PublishedEvent(TopicEvent event, String position) {}

    /** The reader cannot go on; a new one can, from the last position. */
    final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason for the log */
        public BrokenOff(String reason) {
            super(reason, null, false, false);
        }
    }
}
