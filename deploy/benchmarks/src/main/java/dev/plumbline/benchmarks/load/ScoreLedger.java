package dev.plumbline.benchmarks.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The latest value and revision of every score that was given, so that the next one differs and comes after it. */
final class ScoreLedger {
    private static final byte NONE = -1;

    private final int identities;
    private final byte[] values;
    private final int[] revisions;

    /** @param identities scores that an application can have */
    ScoreLedger(int applications, int identities) {
        this.identities = identities;
        this.values = new byte[Math.multiplyExact(applications, identities)];
        this.revisions = new int[values.length];
        Arrays.fill(values, NONE);
    }

    int identities() {
        return identities;
    }

    /** Gives a score a new value, lowest to highest, other than the one it has; its revision grows. */
    int change(int application, int identity, int lowest, int highest, RandomGenerator random) {
        int at = application * identities + identity;
        int value = values[at] == NONE
                ? random.nextInt(lowest, highest + 1)
                : other(values[at], random.nextInt(lowest, highest));
        values[at] = (byte) value;
        revisions[at]++;
        return value;
    }

    /** The values at and above the old one move up by one, so that it is the one that cannot come out. */
    private static int other(int old, int drawn) {
        return drawn >= old ? drawn + 1 : drawn;
    }

    /** The revision of the latest value, 1 or more once there is one. */
    int revision(int application, int identity) {
        return revisions[application * identities + identity];
    }
}
