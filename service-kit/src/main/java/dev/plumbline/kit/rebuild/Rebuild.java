package dev.plumbline.kit.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it stands.
 *
 * @param endedBy who cancelled it; null where nobody did
 * @param compared how many subjects were compared so far
 * @param lastCompared the last of them, in the order of ids; null before the first
 * @param differing how many subjects were found that differed; null for the instance that does it, which does not count them
 *     for each piece
 */
public record Rebuild(
        UUID id,
        Status status,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long compared,
        @Nullable UUID lastCompared,
        @Nullable Long differing,
        List<Range> ranges) {
    public Rebuild {
        ranges = List.copyOf(ranges);
    }

    /** The same with these ranges. */
    Rebuild withRanges(List<Range> others) {
        return new Rebuild(
                id, status, startedAt, startedBy, endedAt, endedBy, compared, lastCompared, differing, others);
    }

    /** How far it has come. */
    @Schema(name = "RebuildStatus")
    public enum Status {
        /** It reads and compares, or waits for an instance to go on with it. */
        RUNNING,
        /** All is read and compared. */
        FINISHED,
        /** Somebody ended it before. */
        CANCELLED
    }

    /**
     * The records of a partition that it reads.
     *
     * @param next the offset of the next record
     * @param end the offset behind the last one
     */
    public record Range(String topic, int partition, long next, long end) {
        /** Whether all of it is read. */
        public boolean isRead() {
            return next >= end;
        }
    }

    /** Whether every record is read. */
    public boolean isRead() {
        return ranges.stream().allMatch(Range::isRead);
    }
}
