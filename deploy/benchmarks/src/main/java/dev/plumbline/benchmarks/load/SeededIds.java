package dev.plumbline.benchmarks.load;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 7 as the services make them, in the order of their time, but the same for the same seed. */
final class SeededIds {
    /** 2026-01-01T00:00:00Z. */
    private static final long EPOCH_MILLIS = 1_767_225_600_000L;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;
    private long next = EPOCH_MILLIS;

    SeededIds(RandomGenerator random) {
        this.random = random;
    }

    /** One later by a millisecond than the last. */
    UUID next() {
        long high = next << 16 | VERSION_7 | random.nextLong() & 0xfff;
        next++;
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
