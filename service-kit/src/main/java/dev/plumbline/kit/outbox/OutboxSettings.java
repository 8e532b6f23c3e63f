package dev.plumbline.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox. */
@ConfigMapping(prefix = "plumbline.outbox")
interface OutboxSettings {
    /** Whether this process takes part in relaying; off where a test looks at the outbox itself. */
    @WithDefault("true")
    boolean relay();

    /** Rows read, sent and removed at once. */
    @WithDefault("2000")
    int batchSize();

    /** How often the relay looks for rows that other processes have written. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** How long a standby waits before it tries again to become the active relay. */
    @WithDefault("500ms")
    Duration standbyInterval();

    /** How long after a failure the relay tries again. */
    @WithDefault("1s")
    Duration retryInterval();

    /**
     * How long the database waits for an active relay that says nothing until it gives the lock to another. A relay whose
     * machine or connection is gone without a word would keep it for ever; one that waits for the broker says nothing
     * either, for somewhat more than a minute at the most.
     */
    @WithDefault("90s")
    Duration silence();
}
