package dev.plumbline.kit.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what the metrics tell of the database. */
@ConfigMapping(prefix = "plumbline.readings")
interface ReadingSettings {
    /** How often it is read. What was read three times as long ago is not told any more. */
    @WithDefault("10s")
    Duration interval();
}
