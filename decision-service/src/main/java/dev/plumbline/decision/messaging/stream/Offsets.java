package dev.plumbline.decision.messaging.stream;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic has been read: for each partition the next offset. It grows with the topic: a partition that it does
 * not have is read from its beginning. For one thread.
 */
final class Offsets {
    private long[] next;

    private Offsets(long[] next) {
        this.next = next;
    }

    static Offsets of(long... next) {
        return new Offsets(next.clone());
    }

    Offsets copy() {
        return new Offsets(next.clone());
    }

    int partitions() {
        return next.length;
    }

    long next(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** This record has been read. */
    void pass(int partition, long offset) {
        reach(partition, offset + 1);
    }

    /** The partition has been read up to here. */
    void reach(int partition, long offset) {
        if (partition >= next.length) {
            next = Arrays.copyOf(next, partition + 1);
        }
        next[partition] = Math.max(next[partition], offset);
    }

    /** Whether nowhere less has been read than there. */
    boolean reaches(Offsets other) {
        for (int i = 0; i < other.next.length; i++) {
            if (next(i) < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /**
     * A position in a topic, as readers have it: {@code 5f0c9a3e-12.0.345}.
     *
     * @param topic tells the topic from others of its name, created before or elsewhere: 8 hexadecimal digits
     */
    record Position(String topic, Offsets offsets) {
        private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{8}-\\d{1,18}(\\.\\d{1,18}){0,999}");
        private static final int TOPIC = 8;

        /** The position in a text; null where it is none. */
        static @Nullable Position parse(String text) {
            if (!PATTERN.matcher(text).matches()) {
                return null;
            }
            long[] next = Arrays.stream(text.substring(TOPIC + 1).split("\\.", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Position(text.substring(0, TOPIC), new Offsets(next));
        }

        @Override
        public String toString() {
            return topic + "-" + offsets;
        }
    }
}
