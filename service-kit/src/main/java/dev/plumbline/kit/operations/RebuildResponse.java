package dev.plumbline.kit.operations;

import dev.plumbline.kit.rebuild.Rebuild;
import dev.plumbline.kit.rebuild.Rebuild.Range;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it stands.
 *
 * @param endedBy who cancelled it
 * @param read records read so far
 * @param toRead records that there were to read when it started
 * @param compared how many subjects were compared so far, once all is read; null where this service cannot compare
 * @param differing how many subjects were found that differed; null where this service cannot compare
 */
record RebuildResponse(
        UUID id,
        Rebuild.Status status,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long read,
        long toRead,
        List<RebuildPartitionResponse> partitions,
        @Nullable Long compared,
        @Nullable Long differing) {

    /** The same of one partition. */
    record RebuildPartitionResponse(String topic, int partition, long read, long toRead) {}

    static RebuildResponse of(Rebuild rebuild, boolean canCompare) {
        return new RebuildResponse(
                rebuild.id(),
                rebuild.status(),
                rebuild.startedAt(),
                rebuild.startedBy(),
                rebuild.endedAt(),
                rebuild.endedBy(),
                rebuild.ranges().stream().mapToLong(Range::next).sum(),
                rebuild.ranges().stream().mapToLong(Range::end).sum(),
                rebuild.ranges().stream()
                        .map(range -> new RebuildPartitionResponse(
                                range.topic(), range.partition(), range.next(), range.end()))
                        .toList(),
                canCompare ? rebuild.compared() : null,
                canCompare ? rebuild.differing() : null);
    }
}
