package dev.plumbline.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the outbox. */
@ConfigMapping(prefix = "plumbline.outbox")
interface OutboxSettings {
    /** Whether this process takes part in relaying; off where a test looks at the outbox itself. */
    @WithDefault("true")
    boolean relay();

    /** The topics of this service whose events are kept after they were published, so that a lost one can be written again. */
    Optional<List<String>> keep();

    /** Types of events that are not kept all the same: what the service keeps anyway says all of them, see {@link DerivedEvents}. */
    Optional<List<String>> derived();

    /**
     * From the request for a republication to its begin: until then every consumer has noticed that the topic is another
     * one, and reads it from its beginning, or from a place that all that is written again comes behind.
     */
    @WithDefault("10s")
    Duration republishAfter();

    /** Rows read, sent and removed at once. */
    @WithDefault("2000")
    int batchSize();

    /**
     * Bytes of rows read, sent and removed at once: a row more is read only as the first one. A job's published version may
     * have 900,000 bytes, and as many of them as there may be rows would be more than the service has memory for.
     */
    @WithDefault("16777216")
    int batchBytes();

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
